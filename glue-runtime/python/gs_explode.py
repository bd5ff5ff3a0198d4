"""Adds Explode Array Or Map Into Rows of AWS Glue Studio to frames."""

from pyspark.sql import functions
from pyspark.sql.types import MapType

from gs_common import column, enrich_df, names


def explode(self, colName, newCol, outer=False):
    """Returns a row for each element of an array, or for each entry of a map, whose key and value need two names with a comma.

    Rows whose array or map is null or empty are left out, unless ``outer`` is true.
    """
    value = column(self, colName)
    rows = (functions.explode_outer if outer else functions.explode)(value)
    if not isinstance(self.select(value).schema[0].dataType, MapType):
        return self.withColumn(newCol, rows)
    new = names(newCol)
    if len(new) != 2:
        raise ValueError(f"{colName} is a map: newCol needs a name for its keys and one for its values, as in 'key,value'")
    kept = [column(self, name) for name in self.columns if name not in new]
    return self.select(*kept, rows.alias(*new))


enrich_df("gs_explode", explode)
