"""Sinks of frames."""

from awsglue import _jvm
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection
from pyspark.sql import DataFrame

__all__ = ["DataSink"]


class DataSink:
    """A place that frames are written to: a connection type with its options, then a format and a table."""

    def __init__(self, j_sink, sql_ctx):
        self._jsink = j_sink
        self._sql_ctx = sql_ctx

    def setFormat(self, format, **options):
        """Sets the format of the files and its options."""
        given = {name: value for name, value in options.items() if value is not None}
        self._jsink.setFormat(format, _jvm.java_map(self._sql_ctx.spark_session, given))

    def setAccumulableSize(self, size):
        """Sets nothing: errors are counted however many there are."""

    def setCatalogInfo(self, catalogDatabase, catalogTableName, catalogId=""):
        """Sets the table of the catalog that the sink keeps up to date."""
        self._jsink.setCatalogInfo(catalogDatabase, catalogTableName, catalogId or "")

    def writeFrame(self, dynamic_frame, info=""):
        """Writes a frame and returns the frame of its errors."""
        jerrors = self._jsink.pyWriteDynamicFrame(dynamic_frame._jdf)
        return DynamicFrame(jerrors, dynamic_frame.glue_ctx, dynamic_frame.name + "_errors")

    def writeDataFrame(self, data_frame, glue_context):
        """Writes a DataFrame and returns it."""
        self._jsink.writeDataFrame(data_frame._jdf)
        return data_frame

    def write(self, dynamic_frame_or_dfc, info=""):
        """Writes a frame, or every frame of a collection, and returns the errors in the same form."""
        if isinstance(dynamic_frame_or_dfc, DynamicFrame):
            return self.writeFrame(dynamic_frame_or_dfc, info)
        if isinstance(dynamic_frame_or_dfc, DynamicFrameCollection):
            errors = {key: self.writeFrame(dynamic_frame_or_dfc[key], info) for key in dynamic_frame_or_dfc.keys()}
            return DynamicFrameCollection(errors, self._sql_ctx)
        if isinstance(dynamic_frame_or_dfc, DataFrame):
            return self.writeDataFrame(dynamic_frame_or_dfc, self._sql_ctx)
        raise TypeError("dynamic_frame_or_dfc must be DynamicFrame or DynamicFrameCollection")
