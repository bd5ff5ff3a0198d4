"""The context of a job: where its frames come from and go to."""

import json
import time

from awsglue import _jvm
from awsglue._reading import Reading
from awsglue._writing import Writing
from awsglue.data_sink import DataSink
from awsglue.data_source import DataSource
from awsglue.dataframereader import DataFrameReader
from awsglue.dataframewriter import DataFrameWriter
from awsglue.dynamicframe import (
    DynamicFrame,
    DynamicFrameCollection,
    DynamicFrameReader,
    DynamicFrameWriter,
    ResolveOption,
)
from awsglue.gluetypes import DataType
from awsglue.utils import callsite, makeOptions
from pyspark import SparkContext
from pyspark.sql import DataFrame, SparkSession, SQLContext, functions
from pyspark.sql.types import StructType

_GRANULARITIES = ("day", "hour", "minute")
_FILES_OF_SPARK = ("parquet", "orc")


class GlueContext(Reading, Writing, SQLContext):
    """The entry to a job's sources and sinks, around a SparkSession."""

    def __init__(self, sparkContext=None, **options):
        if isinstance(sparkContext, SparkSession):
            session = sparkContext
        else:
            session = SparkSession.builder.getOrCreate()
        super().__init__(session.sparkContext, session)
        self.spark_session = session
        self._options = options
        classes = _jvm.classes(session)
        # All contexts of a session have one bookmark: a Job may be made of another one, or of the session.
        if getattr(session, "_jglue", None) is None:
            session._jglue = classes.context.GlueContext(session._jsparkSession)
        self._jglue = session._jglue
        self._jscript = classes.job.ScriptContext(self._jglue)
        self._jchores = classes.job.Chores(self._jglue)
        self.create_dynamic_frame = DynamicFrameReader(self)
        self.create_data_frame = DataFrameReader(self)
        self.write_dynamic_frame = DynamicFrameWriter(self)
        self.write_data_frame = DataFrameWriter(self)

    def _map(self, options):
        given = {name: value for name, value in (options or {}).items() if value is not None}
        return _jvm.java_map(self.spark_session, given)

    def partitions(self, options):
        """Returns the least number of partitions of a source's frame and the number wanted; 0 where nobody says."""
        given = {**self._options, **options}
        minimum = given.get("minPartitions") or 0
        return int(minimum), int(given.get("targetPartitions") or minimum)

    def getSource(self, connection_type, format=None, transformation_ctx="", push_down_predicate="", **options):
        """Returns a source of a connection type, whose format may follow."""
        if format is not None and format.lower() in _FILES_OF_SPARK and connection_type.lower() == "s3":
            connection_type = format
        if push_down_predicate:
            self.get_logger().warn("push_down_predicate has no effect on a source that is no table of the catalog")
        jsource = self._jscript.getSource(connection_type, self._map(options), transformation_ctx or "")
        source = DataSource(jsource, self, transformation_ctx)
        if format is not None:
            source.setFormat(format)
        return source

    def getSink(self, connection_type, format=None, transformation_ctx="", **options):
        """Returns a sink of a connection type, whose format may follow."""
        if format is not None and format.lower() in _FILES_OF_SPARK and connection_type.lower() == "s3":
            connection_type = format
        sink = DataSink(self._jscript.getSink(connection_type, self._map(options)), self)
        if format is not None:
            sink.setFormat(format)
        return sink

    def convert_resolve_option(self, path, action, target):
        """Returns what becomes of a choice: a struct of all its types, or the values of one."""
        if action == "KeepAsStruct":
            return ResolveOption(path, action)
        if action == "Project":
            if not isinstance(target, DataType):
                raise ValueError("Target type must be a type of awsglue.gluetypes for the action Project")
            return ResolveOption(path, action, target)
        raise ValueError(f"Invalid resolve option: {action}. It is KeepAsStruct or Project")

    def extract_jdbc_conf(self, connection_name, catalog_id=None):
        """Returns the user, password, vendor and addresses of a connection of the catalog."""
        return dict(self._jchores.jdbcConf(connection_name, catalog_id or ""))

    def purge_table(self, database, table_name, options={}, transformation_ctx="", catalog_id=None):
        """Deletes the files of a table that are older than the retention."""
        self._jchores.purgeTable(database, table_name, self._map(options), catalog_id or "")

    def purge_s3_path(self, s3_path, options={}, transformation_ctx=""):
        """Deletes the files below a path that are older than the retention."""
        self._jchores.purgePath(s3_path, self._map(options))

    def transition_table(
        self, database, table_name, transition_to, options={}, transformation_ctx="", catalog_id=None
    ):
        """Moves the files of a table that are older than the retention to a storage class."""
        self._jchores.transitionTable(database, table_name, transition_to, self._map(options), catalog_id or "")

    def transition_s3_path(self, s3_path, transition_to, options={}, transformation_ctx=""):
        """Moves the files below a path that are older than the retention to a storage class."""
        self._jchores.transitionPath(s3_path, transition_to, self._map(options))

    def get_catalog_schema_as_spark_schema(self, database=None, table_name=None, catalog_id=None):
        """Returns a table's columns as a schema of Spark's."""
        jschema = self._jchores.catalogSchema(database, table_name, catalog_id or "")
        return StructType.fromJson(json.loads(jschema.json()))

    def forEachBatch(self, frame, batch_function, options={}):
        """Gives every batch of a streaming DataFrame to a function, until the stream ends."""
        if "windowSize" not in options:
            raise Exception("Missing windowSize argument")
        if "checkpointLocation" not in options:
            raise Exception("Missing checkpointLocation argument")
        retries = int(options.get("batchMaxRetries", 3))

        def run(batch, batch_id):
            for attempt in range(retries + 1):
                try:
                    return batch_function(batch, batch_id)
                except Exception:
                    if attempt == retries:
                        raise

        query = (
            frame.writeStream.foreachBatch(run)
            .trigger(processingTime=options["windowSize"])
            .option("checkpointLocation", options["checkpointLocation"])
            .start()
        )
        query.awaitTermination()

    def add_ingestion_time_columns(self, frame, granularity=""):
        """Returns the DataFrame with columns of the time now, down to a day, an hour or a minute."""
        if granularity.lower() not in _GRANULARITIES:
            raise Exception(f"Unsupported granularity: {granularity}. It is day, hour or minute")
        now = functions.current_timestamp()
        columns = ["year", "month", "day", "hour", "minute"][: 3 + _GRANULARITIES.index(granularity.lower())]
        parts = {"day": functions.dayofmonth}
        for column in columns:
            part = parts.get(column) or getattr(functions, column)
            frame = frame.withColumn("ingest_" + column, part(now))
        return frame

    def getSampleStreamingDynamicFrame(self, frame, options, transformation_ctx=""):
        """Refuses: no sample is taken of a stream."""
        raise NotImplementedError("Samples of streaming frames are not supported")

    def get_logger(self):
        """Returns the logger of the job: it has ``info``, ``warn`` and ``error``."""
        return _jvm.classes(self.spark_session).job.GlueLogger()

    def currentTimeMillis(self):
        """Returns the milliseconds since 1970."""
        return round(time.time() * 1000)

    def start_transaction(self, read_only):
        """Refuses: there are no governed tables of Lake Formation here."""
        raise NotImplementedError(_NO_TRANSACTIONS)

    def commit_transaction(self, transaction_id, wait_for_commit=True):
        """Refuses: there are no governed tables of Lake Formation here."""
        raise NotImplementedError(_NO_TRANSACTIONS)

    def cancel_transaction(self, transaction_id):
        """Refuses: there are no governed tables of Lake Formation here."""
        raise NotImplementedError(_NO_TRANSACTIONS)


_NO_TRANSACTIONS = "Transactions of Lake Formation's governed tables are not supported"
