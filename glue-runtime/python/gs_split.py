"""Adds Split String of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, own_name


def split(self, colName, pattern, newColName=None):
    """Returns the frame with an array of a text's parts between what a regular expression matches."""
    return self.withColumn(newColName or own_name(colName), functions.split(column(self, colName), pattern))


enrich_df("gs_split", split)
