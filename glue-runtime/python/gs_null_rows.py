"""Adds Remove Null Rows of AWS Glue Studio to frames."""

from functools import reduce

from pyspark.sql import functions
from pyspark.sql.types import ArrayType, MapType, StringType

from gs_common import column, enrich_df


def _says_something(frame, field, extended):
    value = column(frame, field.name)
    if extended and isinstance(field.dataType, StringType):
        return value.isNotNull() & (value != "")
    if extended and isinstance(field.dataType, (ArrayType, MapType)):
        return value.isNotNull() & (functions.size(value) > 0)
    return value.isNotNull()


def null_rows(self, extended=False):
    """Returns the rows in which a column is not null; extended, in which one is neither null nor an empty text, array or map."""
    each = [_says_something(self, field, extended) for field in self.schema]
    return self.where(reduce(lambda left, right: left | right, each)) if each else self


enrich_df("gs_null_rows", null_rows)
