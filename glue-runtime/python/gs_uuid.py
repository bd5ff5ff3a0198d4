"""Adds UUID of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import enrich_df


def uuid(self, colName="uuid"):
    """Returns the frame with an identifier of 36 characters in each row."""
    return self.withColumn(colName, functions.expr("uuid()"))


enrich_df("gs_uuid", uuid)
