"""Adds Extract JSON Path of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, names, own_name


def extract_json(self, colName, jsonPaths, colList, dropCol=False):
    """Returns the frame with texts that paths lead to in a text of JSON; a path may be without its ``$.``."""
    paths = names(jsonPaths)
    new = names(colList)
    if len(paths) != len(new):
        raise ValueError(f"{len(paths)} paths need as many columns, and there are {len(new)}")
    json = column(self, colName)
    found = [
        functions.get_json_object(json, path if path.startswith("$") else "$." + path).alias(name)
        for path, name in zip(paths, new)
    ]
    kept = [column(self, name) for name in self.columns if not (dropCol and name == own_name(colName))]
    return self.select(*kept, *found)


enrich_df("gs_extract_json", extract_json)
