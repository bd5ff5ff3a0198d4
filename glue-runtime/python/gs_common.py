"""What the transforms of AWS Glue Studio share: a transform is a method that its module adds to frames of both kinds."""

import re

from pyspark.sql import DataFrame, functions

from awsglue.dynamicframe import DynamicFrame

__all__ = ["enrich_df"]

# Of Python's codes of dates, each with what Spark writes for it.
_CODES = {
    "a": "E",
    "A": "EEEE",
    "b": "MMM",
    "B": "MMMM",
    "d": "dd",
    "f": "SSSSSS",
    "H": "HH",
    "I": "hh",
    "j": "DDD",
    "m": "MM",
    "M": "mm",
    "p": "a",
    "S": "ss",
    "y": "yy",
    "Y": "yyyy",
    "z": "xx",
    "Z": "z",
    "%": "%",
}


def enrich_df(name, function):
    """Adds a method to DataFrame, and to DynamicFrame as what it does to the frame's rows."""

    def of_dynamic_frame(frame, *args, **kwargs):
        return DynamicFrame.fromDF(function(frame.toDF(), *args, **kwargs), frame.glue_ctx, frame.name)

    of_dynamic_frame.__name__ = name
    of_dynamic_frame.__doc__ = function.__doc__
    setattr(DataFrame, name, function)
    setattr(DynamicFrame, name, of_dynamic_frame)


def column(frame, name):
    """Returns a column by its name as it is, or by a path whose names may stand between backticks."""
    return functions.col("`" + name.replace("`", "``") + "`") if name in frame.columns else functions.col(name)


def own_name(name):
    """Returns the name of a column that may stand between backticks."""
    return name[1:-1].replace("``", "`") if len(name) > 2 and name[0] == name[-1] == "`" else name


def names(listed):
    """Returns the names of a list, or of a text with commas."""
    return [name.strip() for name in (listed.split(",") if isinstance(listed, str) else listed)]


def spark_pattern(pattern):
    """Returns a pattern of dates as Spark writes it: it may be written in Python's codes, such as ``%Y-%m-%d``."""
    if "%" not in pattern:
        return pattern
    return "".join(_spark_part(code, text) for code, text in re.findall(r"%(.)|([^%]+|%$)", pattern, re.DOTALL))


def _spark_part(code, text):
    if not code:
        return "'" + text.replace("'", "''") + "'" if re.search("[A-Za-z']", text) else text
    if code not in _CODES:
        raise ValueError(f"The date code %{code} has no counterpart in Spark; these have: {', '.join('%' + each for each in _CODES)}")
    return _CODES[code]
