"""Sources of frames."""

from awsglue import _jvm
from awsglue.dynamicframe import DynamicFrame
from pyspark.sql import DataFrame

__all__ = ["DataSource"]


class DataSource:
    """A place that frames are read from: a connection type with its options, then a format."""

    def __init__(self, j_source, sql_ctx, name):
        self._jsource = j_source
        self._sql_ctx = sql_ctx
        self.name = name

    def setFormat(self, format, **options):
        """Sets the format of the files and its options."""
        self._jsource.setFormat(format, _jvm.java_map(self._sql_ctx.spark_session, _without_none(options)))

    def getFrame(self, **options):
        """Returns a frame of all records; with ``minPartitions`` of ``targetPartitions``, if the source has fewer."""
        minimum, target = self._sql_ctx.partitions(options)
        jframe = self._jsource.getDynamicFrame(minimum, target) if minimum else self._jsource.getDynamicFrame()
        return DynamicFrame(jframe, self._sql_ctx, self.name)

    def getSampleFrame(self, num, **options):
        """Returns a frame of so many records at most."""
        return DynamicFrame(self._jsource.getSampleDynamicFrame(num), self._sql_ctx, self.name)

    def getDataFrame(self):
        """Returns a DataFrame of all records."""
        return DataFrame(self._jsource.getDataFrame(), self._sql_ctx.spark_session)


def _without_none(options):
    return {name: value for name, value in options.items() if value is not None}
