"""Adds Flatten of AWS Glue Studio to frames."""

from pyspark.sql.types import StructType

from gs_common import column, enrich_df


def _columns(value, name, kind, levels, separator):
    if not isinstance(kind, StructType) or levels == 0:
        return [value.alias(name)]
    return [
        flat
        for field in kind
        for flat in _columns(value.getField(field.name), name + separator + field.name, field.dataType, levels - 1, separator)
    ]


def flatten(self, maxLevels=0, separator="."):
    """Returns the frame with a column for each field of its structs, named by the way to it; so many levels deep, or all."""
    levels = int(maxLevels) or -1
    return self.select(
        *(
            flat
            for field in self.schema
            for flat in _columns(column(self, field.name), field.name, field.dataType, levels, separator)
        )
    )


enrich_df("gs_flatten", flatten)
