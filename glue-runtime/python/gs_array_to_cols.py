"""Adds Array To Columns of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, names


def array_to_cols(self, colName, colList, indexes=None):
    """Returns the frame with columns of an array's elements: the first ones, or those of indexes that count from 1."""
    new = names(colList)
    places = [int(index) for index in names(indexes)] if indexes else list(range(1, len(new) + 1))
    if len(places) != len(new):
        raise ValueError(f"{len(new)} columns need as many indexes, and there are {len(places)}")
    if min(places) < 1:
        raise ValueError(f"Indexes count from 1, and {min(places)} is one")
    array = column(self, colName)
    return self.withColumns({name: functions.get(array, place - 1) for place, name in zip(places, new)})


enrich_df("gs_array_to_cols", array_to_cols)
