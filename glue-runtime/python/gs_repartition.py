"""Adds Autobalance Processing of AWS Glue Studio to frames."""

from gs_common import enrich_df


def repartition(self, numPartitionsStr=""):
    """Returns the frame with its rows spread at random over so many partitions, or over one for each core."""
    return self.repartition(int(numPartitionsStr or self.sparkSession.sparkContext.defaultParallelism))


enrich_df("gs_repartition", repartition)
