"""Adds Regex Extractor of AWS Glue Studio to frames."""

from pyspark.sql import functions

from gs_common import column, enrich_df, names


def regex_extract(self, colName, regex, newCols):
    """Returns the frame with what a regular expression matches, or with its groups: empty where it does not match.

    A group whose name is empty is left out.
    """
    new = names(newCols)
    groups = self.sparkSession._jvm.java.util.regex.Pattern.compile(regex).matcher("").groupCount()
    if len(new) != max(groups, 1):
        raise ValueError(f"The regular expression has {groups} groups, and there are {len(new)} columns for them: {newCols}")
    first = 1 if groups else 0
    text = column(self, colName)
    found = {name: functions.regexp_extract(text, regex, group) for group, name in enumerate(new, first) if name}
    return self.withColumns(found)


enrich_df("gs_regex_extract", regex_extract)
