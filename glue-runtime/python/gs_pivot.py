"""Adds Pivot Rows Into Columns of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, names, own_name

_FUNCTIONS = ("avg", "count", "first", "last", "max", "mean", "min", "sum")
_VALUE = "_pivot_value"
_NAMES = "_pivot_names"


def pivot(self, aggCol, aggFunction, colList):
    """Returns a row for each group of the other columns, with an aggregate for each value of the columns of the list.

    The values of more columns than one are joined by ``_``.
    """
    if aggFunction not in _FUNCTIONS:
        raise ValueError(f"The function {aggFunction} is none of {', '.join(_FUNCTIONS)}")
    turned = names(colList)
    gone = {own_name(name) for name in (aggCol, *turned)}
    kept = [name for name in self.columns if name not in gone]
    rows = self.select(
        *(column(self, name) for name in kept),
        column(self, aggCol).alias(_VALUE),
        functions.concat_ws("_", *(column(self, name) for name in turned)).alias(_NAMES),
    )
    return rows.groupBy(*(column(rows, name) for name in kept)).pivot(_NAMES).agg(getattr(functions, aggFunction)(_VALUE))


enrich_df("gs_pivot", pivot)
