"""Functions of the user's over the records of a frame, in the workers of PySpark."""

from pyspark.rdd import RDD
from pyspark.serializers import BatchedSerializer, CPickleSerializer

from awsglue import _records


def _tail(transformation_ctx, info, stageThreshold, totalThreshold):
    return {
        "transformation_ctx": transformation_ctx,
        "info": info,
        "stageThreshold": stageThreshold,
        "totalThreshold": totalThreshold,
    }


class FrameFunctions:
    """What a frame does with functions of records."""

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
