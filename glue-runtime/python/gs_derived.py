"""Adds Derived Column of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import enrich_df


def derived(self, colName, expr):
    """Returns the frame with a column that an expression of SQL makes of the others."""
    return self.withColumn(colName, functions.expr(expr))


enrich_df("gs_derived", derived)
