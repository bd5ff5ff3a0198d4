"""Adds To Timestamp of AWS Glue Studio to frames."""

from pyspark.sql import functions
from pyspark.sql.types import DateType, TimestampType

from gs_common import column, enrich_df, own_name

_MICROSECONDS = {"seconds": 1_000_000, "milliseconds": 1_000, "microseconds": 1}
# What counts from 1970 is in seconds below the first of these, the year 5138, and in milliseconds below the second.
_MILLISECONDS_FROM = 100_000_000_000
_MICROSECONDS_FROM = 100_000_000_000_000


def _since_1970(value, unit):
    return functions.timestamp_micros((value.cast("decimal(38, 6)") * functions.lit(_MICROSECONDS[unit])).cast("long"))


def _best_guess(value):
    size = functions.abs(value.cast("decimal(38, 6)"))
    counted = (
        functions.when(size < _MILLISECONDS_FROM, _since_1970(value, "seconds"))
        .when(size < _MICROSECONDS_FROM, _since_1970(value, "milliseconds"))
        .otherwise(_since_1970(value, "microseconds"))
    )
    return functions.coalesce(value.cast("string").cast("timestamp"), counted)


def to_timestamp(self, colName, colType="autodetect", newColName=None):
    """Returns the frame with a timestamp of a number since 1970 or of a text in a form of ISO 8601.

    The type is ``seconds``, ``milliseconds``, ``microseconds``, ``iso`` or ``autodetect``, which tries ISO 8601 and then takes
    the unit by the number's size. What cannot be read is null.
    """
    value = column(self, colName)
    if isinstance(self.select(value).schema[0].dataType, (DateType, TimestampType)):
        time = value.cast("timestamp")
    elif colType == "iso":
        time = value.cast("string").cast("timestamp")
    elif colType == "autodetect":
        time = _best_guess(value)
    elif colType in _MICROSECONDS:
        time = _since_1970(value, colType)
    else:
        raise ValueError(f"The type {colType} is none of {', '.join(_MICROSECONDS)}, iso, autodetect")
    return self.withColumn(newColName or own_name(colName), time)


enrich_df("gs_to_timestamp", to_timestamp)
