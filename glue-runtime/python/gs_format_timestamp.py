"""Adds Format Timestamp of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, own_name, spark_pattern


def format_timestamp(self, colName, dateFormat, newColName=None):
    """Returns the frame with a text of a timestamp, by a pattern of Spark's or by Python's codes of dates."""
    text = functions.date_format(column(self, colName), spark_pattern(dateFormat))
    return self.withColumn(newColName or own_name(colName), text)


enrich_df("gs_format_timestamp", format_timestamp)
