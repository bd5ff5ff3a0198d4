"""Frames of records that describe themselves, and collections of them."""

import json

from pyspark.rdd import RDD
from pyspark.serializers import BatchedSerializer, CPickleSerializer
from pyspark.sql import DataFrame

from awsglue import _jvm, _records
from awsglue._records import DynamicRecord
from awsglue.gluetypes import from_json

__all__ = [
    "DynamicFrame",
    "DynamicFrameCollection",
    "DynamicFrameReader",
    "DynamicFrameWriter",
    "DynamicRecord",
    "ResolveOption",
]


class ResolveOption:
    """What becomes of the choice at a path when a frame becomes a DataFrame: an action, and a type for ``Project``."""

    def __init__(self, path, action, target=None):
        self.path = path
        self.action = action
        self.target = target

    def spec(self):
        """Returns the resolution as ``resolveChoice`` takes it."""
        if self.action == "KeepAsStruct":
            return "make_struct"
        if self.action == "Project" and self.target is not None:
            name = self.target if isinstance(self.target, str) else self.target.typeName()
            return f"project:{name}"
        raise ValueError(f"Invalid resolve option {self.action} for {self.path}: use KeepAsStruct, or Project with a type")


class DynamicFrame:
    """A frame of records, each of which has its own schema."""

    def __init__(self, jdf, glue_ctx, name=""):
        self._jdf = jdf
        self.glue_ctx = glue_ctx
        self._session = _jvm.session_of(glue_ctx)
        self._sc = self._session.sparkContext
        self._classes = _jvm.classes(self._session)
        self.name = name
        self._schema = None

    @classmethod
    def fromDF(cls, dataframe, glue_ctx, name=""):
        """Returns the frame of a DataFrame's rows."""
        jframes = _jvm.classes(_jvm.session_of(glue_ctx)).frame.DynamicFrame
        return cls(jframes.ofDataFrame(dataframe._jdf, _jvm.context(glue_ctx), name), glue_ctx, name)

    def _of(self, jdf, name=None):
        return DynamicFrame(jdf, self.glue_ctx, self.name if name is None else name)

    def _stage(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        return _jvm.stage(self._session, transformation_ctx, info, stageThreshold, totalThreshold)

    def _list(self, values):
        return _jvm.java_list(self._session, _jvm.texts(values))

    def _collection(self, frames):
        return DynamicFrameCollection({name: self._of(frame, name) for name, frame in frames.items()}, self.glue_ctx)

    @property
    def _transforms(self):
        return self._classes.transform

    # What a frame holds.

    def schema(self):
        """Returns the schema as gluetypes: for records, a pass over them."""
        if self._schema is None:
            self._schema = from_json(json.loads(self._jdf.schema().jsonValue()))
        return self._schema

    def with_frame_schema(self, schema):
        """Returns the same records under a schema that is not looked for any more."""
        parsed = self._classes.schema.SchemaJson.parse(json.dumps(schema.jsonValue()))
        return self._of(self._jdf.withSchema(parsed))

    def printSchema(self):
        """Prints the tree of fields."""
        print(self._jdf.schema().treeString())

    def show(self, num_rows=20):
        """Prints the first records as JSON, one a line."""
        for record in self._jdf.show(int(num_rows)):
            print(record)

    def count(self):
        """Returns the number of records."""
        return self._jdf.count()

    def getNumPartitions(self):
        """Returns the number of partitions."""
        return self._jdf.partitions()

    def toDF(self, options=None):
        """Returns a DataFrame; what ``options`` does not resolve of choices becomes structs."""
        frame = self
        if options:
            chosen = options if isinstance(options, (list, tuple)) else [options]
            frame = self.resolveChoice(specs=[(option.path, option.spec()) for option in chosen])
        return DataFrame(frame._jdf.toDF(), self._session)

    # Errors.

    def errorsAsDynamicFrame(self):
        """Returns a frame with a record for each error."""
        return self._of(self._jdf.errorsAsDynamicFrame(), self.name + "_errors")

    def errorsCount(self):
        """Returns the number of errors up to here."""
        return self._jdf.errorsCount()

    def stageErrorsCount(self):
        """Returns the number of errors that this step made."""
        return self._jdf.stageErrorsCount()

    def assertErrorThreshold(self):
        """Fails when there are more errors than allowed."""
        return self._jdf.assertErrorThreshold()

    # Functions of the user's.

    def _through(self, function, kind, with_index=False, **tail):
        pickles = self._classes.python.PythonFunctions
        rdd = RDD(pickles.pickled(self._jdf), self._sc, BatchedSerializer(CPickleSerializer()))
        changed = rdd.mapPartitionsWithIndex(function) if with_index else rdd.mapPartitions(function)
        return self._of(getattr(pickles, kind)(self._jdf, changed._jrdd, self._stage(**tail)))

    def map(self, f, preservesPartitioning=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame of what ``f`` returns for each record."""
        return self._through(
            _records.mapped(f), "unpickled", **_tail(transformation_ctx, info, stageThreshold, totalThreshold)
        )

    def filter(self, f, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame of the records for which ``f`` holds."""
        return self._through(
            _records.filtered(f), "filtered", **_tail(transformation_ctx, info, stageThreshold, totalThreshold)
        )

    def mapPartitions(
        self, f, preservesPartitioning=True, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the frame of the records that ``f`` returns for all records of a partition."""
        return self.mapPartitionsWithIndex(
            lambda _, records: f(records),
            preservesPartitioning,
            transformation_ctx,
            info,
            stageThreshold,
            totalThreshold,
        )

    def mapPartitionsWithIndex(
        self, f, preservesPartitioning=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the frame of the records that ``f`` returns for a partition's number and all its records."""
        return self._through(
            _records.partitioned(f),
            "unpickled",
            with_index=True,
            **_tail(transformation_ctx, info, stageThreshold, totalThreshold),
        )

    # Fields.

    def apply_mapping(
        self, mappings, case_sensitive=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the mapped fields: ``(source, source type, target, target type)``, shorter where a type stays."""
        specs = [self._mapping(mapping) for mapping in ([mappings] if isinstance(mappings, tuple) else mappings)]
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.ApplyMapping.apply(
                self._jdf, _jvm.java_list(self._session, specs), bool(case_sensitive), stage
            )
        )

    def _mapping(self, mapping):
        if not isinstance(mapping, tuple):
            raise TypeError(f"A mapping must be a tuple, got {mapping!r}")
        if len(mapping) not in (2, 3, 4):
            raise ValueError(f"A mapping must be a tuple of 2, 3 or 4 elements, got {mapping!r}")
        return self._transforms.MappingSpec.of(*(each if isinstance(each, str) else each.typeName() for each in mapping))

    def drop_fields(self, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame without some fields."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DropFields.apply(self._jdf, self._list(paths), stage))

    def select_fields(self, paths, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with some fields only."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.SelectFields.apply(self._jdf, self._list(paths), stage))

    def rename_field(self, oldName, newName, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with a field under another name, or in another place."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.RenameField.apply(self._jdf, oldName, newName, stage))

    def split_fields(self, paths, name1, name2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns two frames: some fields, and the rest."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._collection(
            self._transforms.SplitFields.apply(self._jdf, self._list(paths), name1, name2, stage)
        )

    def unnest(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame with structs as fields of dotted names."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Unnest.apply(self._jdf, stage))

    def unnest_ddb_json(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns records in DynamoDB's JSON as plain records with dotted names."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DynamoJson.unnest(self._jdf, stage))

    def simplify_ddb_json(self, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns records in DynamoDB's JSON as plain records."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.DynamoJson.simplify(self._jdf, stage))

    def relationalize(
        self,
        root_table_name,
        staging_path,
        options={},
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns flat tables for nested records. Nothing is staged, so the path is not used."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._collection(self._transforms.Relationalize.apply(self._jdf, root_table_name, stage))

    def unbox(self, path, format, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0, **options):
        """Returns the frame with the text at a path parsed."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        options = {**options, **(options.pop("format_options", None) or {}), **(options.pop("options", None) or {})}
        return self._of(
            self._transforms.Unbox.apply(self._jdf, path, format, _jvm.java_map(self._session, options), stage)
        )

    def resolveChoice(
        self,
        specs=None,
        choice="",
        database=None,
        table_name=None,
        transformation_ctx="",
        info="",
        stageThreshold=0,
        totalThreshold=0,
        catalog_id=None,
    ):
        """Returns the frame with choices resolved: those of ``specs``, or all by ``choice``."""
        if not specs and not choice:
            raise Exception("Parameter specs and option are both missing, add one.")
        if specs and choice:
            raise Exception("Parameter specs and option are both specified, choose one.")
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        resolve = self._transforms.ResolveChoice
        if specs:
            actions = {path: action for path, action in specs}
            return self._of(resolve.specs(self._jdf, _jvm.java_map(self._session, actions), stage))
        if choice == "match_catalog":
            if database is None or table_name is None:
                raise ValueError("match_catalog needs database and table_name")
            catalog = self.glue_ctx.get_catalog_schema_as_spark_schema(database, table_name, catalog_id)
            jschema = self._sc._jvm.org.apache.spark.sql.types.DataType.fromJson(catalog.json())
            table = self._classes.schema.SparkTypes.struct(jschema)
            return self._of(resolve.matchCatalog(self._jdf, table, stage))
        return self._of(resolve.all(self._jdf, choice, _jvm.java_map(self._session, {}), stage))

    # Rows.

    def split_rows(
        self, comparison_dict, name1, name2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns two frames: the records for which all comparisons hold, and the rest."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        comparisons = _jvm.java_map(self._session, comparison_dict)
        return self._collection(self._transforms.SplitRows.apply(self._jdf, comparisons, name1, name2, stage))

    def join(
        self, paths1, paths2, frame2, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the inner join on equal keys."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.Join.apply(self._jdf, self._list(paths1), frame2._jdf, self._list(paths2), stage)
        )

    def union(self, other_frame, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the records of both frames."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Union.apply(self._jdf, other_frame._jdf, stage))

    def mergeDynamicFrame(
        self,
        stage_dynamic_frame,
        primary_keys,
        transformation_ctx="",
        options={},
        info="",
        stageThreshold=0,
        totalThreshold=0,
    ):
        """Returns the staged records, and those of this frame whose key is not among them."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.MergeFrames.apply(self._jdf, stage_dynamic_frame._jdf, self._list(primary_keys), stage)
        )

    def repartition(self, num_partitions, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Returns the frame in so many partitions."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Partitions.repartition(self._jdf, int(num_partitions), stage))

    def coalesce(
        self, num_partitions, shuffle=False, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0
    ):
        """Returns the frame in fewer partitions."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(self._transforms.Partitions.coalesce(self._jdf, int(num_partitions), bool(shuffle), stage))

    def spigot(self, path, options={}, transformation_ctx="", info="", stageThreshold=0, totalThreshold=0):
        """Writes a sample of the records as JSON and returns the frame."""
        stage = self._stage(transformation_ctx, info, stageThreshold, totalThreshold)
        return self._of(
            self._transforms.Spigot.apply(self._jdf, path, _jvm.java_map(self._session, options or {}), stage)
        )

    def write(self, connection_type, connection_options, format, format_options={}, accumulator_size=0):
        """Writes the frame and returns the frame of errors."""
        return self.glue_ctx.write_dynamic_frame_from_options(
            self, connection_type, connection_options, format, format_options
        )


def _tail(transformation_ctx, info, stageThreshold, totalThreshold):
    return {
        "transformation_ctx": transformation_ctx,
        "info": info,
        "stageThreshold": stageThreshold,
        "totalThreshold": totalThreshold,
    }


class DynamicFrameCollection:
    """Frames by their names."""

    def __init__(self, dynamic_frames, glue_ctx):
        if isinstance(dynamic_frames, dict):
            self._frames = dict(dynamic_frames)
        elif isinstance(dynamic_frames, list):
            self._frames = {frame.name: frame for frame in dynamic_frames}
        else:
            raise TypeError("dynamic_frames must be a dict or a list of DynamicFrames")
        self._glue_ctx = glue_ctx

    def __getitem__(self, key):
        return self._frames[key]

    def __len__(self):
        return len(self._frames)

    def keys(self):
        """Returns the names."""
        return self._frames.keys()

    def values(self):
        """Returns the frames."""
        return self._frames.values()

    def select(self, key, transformation_ctx=""):
        """Returns the frame of a name; an empty one when there is none."""
        if key in self._frames:
            return self._frames[key]
        session = _jvm.session_of(self._glue_ctx)
        return DynamicFrame.fromDF(session.createDataFrame([], "struct<>"), self._glue_ctx, key)

    def map(self, callable, transformation_ctx=""):
        """Returns the collection of what ``callable(frame, ctx)`` makes of each frame."""
        return DynamicFrameCollection(
            {key: callable(frame, transformation_ctx + key) for key, frame in self._frames.items()}, self._glue_ctx
        )

    def flatmap(self, f, transformation_ctx=""):
        """Returns the frames of all collections that ``f(frame, ctx)`` makes, their names after that of the frame."""
        flat = {}
        for key, frame in self._frames.items():
            made = f(frame, transformation_ctx + key)
            if isinstance(made, DynamicFrame):
                flat[key] = made
            else:
                flat.update({f"{key}_{inner}": made[inner] for inner in made.keys()})
        return DynamicFrameCollection(flat, self._glue_ctx)


class DynamicFrameReader:
    """The ways to frames, as ``glueContext.create_dynamic_frame`` has them."""

    def __init__(self, glue_context):
        self._glue_context = glue_context

    def from_rdd(self, data, name, schema=None, sampleRatio=None, transformation_ctx=""):
        """Returns the frame of an RDD of rows."""
        return self._glue_context.create_dynamic_frame_from_rdd(data, name, schema, sampleRatio, transformation_ctx)

    def from_options(
        self,
        connection_type,
        connection_options={},
        format=None,
        format_options={},
        transformation_ctx="",
        push_down_predicate="",
        **kwargs,
    ):
        """Returns the frame of a connection."""
        return self._glue_context.create_dynamic_frame_from_options(
            connection_type, connection_options, format, format_options, transformation_ctx, push_down_predicate, **kwargs
        )

    def from_catalog(
        self,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Returns the frame of a table of the catalog."""
        return self._glue_context.create_dynamic_frame_from_catalog(
            database,
            table_name,
            redshift_tmp_dir,
            transformation_ctx,
            push_down_predicate,
            additional_options,
            catalog_id,
            **kwargs,
        )


class DynamicFrameWriter:
    """The ways of frames, as ``glueContext.write_dynamic_frame`` has them."""

    def __init__(self, glue_context):
        self._glue_context = glue_context

    def from_options(
        self, frame, connection_type, connection_options={}, format=None, format_options={}, transformation_ctx=""
    ):
        """Writes a frame to a connection."""
        return self._glue_context.write_dynamic_frame_from_options(
            frame, connection_type, connection_options, format, format_options, transformation_ctx
        )

    def from_catalog(
        self,
        frame,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Writes a frame to a table of the catalog."""
        return self._glue_context.write_dynamic_frame_from_catalog(
            frame,
            database,
            table_name,
            redshift_tmp_dir,
            transformation_ctx,
            additional_options,
            catalog_id,
            **kwargs,
        )

    def from_jdbc_conf(
        self,
        frame,
        catalog_connection,
        connection_options={},
        redshift_tmp_dir="",
        transformation_ctx="",
        catalog_id=None,
    ):
        """Writes a frame through a connection of the catalog."""
        return self._glue_context.write_dynamic_frame_from_jdbc_conf(
            frame, catalog_connection, connection_options, redshift_tmp_dir, transformation_ctx, catalog_id
        )
