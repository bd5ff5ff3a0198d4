"""Adds Add Current Timestamp of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import enrich_df, spark_pattern


def now(self, colName="timestamp", dateFormat=None):
    """Returns the frame with the time at which it is computed: a timestamp, or a text of the format."""
    time = functions.current_timestamp()
    return self.withColumn(colName, functions.date_format(time, spark_pattern(dateFormat)) if dateFormat else time)


enrich_df("gs_now", now)
