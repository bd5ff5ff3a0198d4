"""Adds Concatenate Columns of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, names


def concat(self, colName, colList, spacer=""):
    """Returns the frame with a text of columns, in their order and with a spacer between them; a null is an empty text."""
    parts = [functions.coalesce(column(self, name).cast("string"), functions.lit("")) for name in names(colList)]
    return self.withColumn(colName, functions.concat_ws(spacer or "", *parts))


enrich_df("gs_concat", concat)
