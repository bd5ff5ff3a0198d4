"""Adds Parse JSON Column of AWS Glue Studio to frames."""

from pyspark.sql import functions
from pyspark.sql.types import StringType

from gs_common import column, enrich_df, own_name


def parse_json(self, colName):
    """Returns the frame with a struct in place of a text of JSON objects, whose schema is found by reading them all."""
    texts = self.select(column(self, colName).cast(StringType()).alias("text")).where("text is not null")
    schema = self.sparkSession.read.json(texts.rdd.map(lambda row: row.text)).schema
    if schema.names in ([], ["_corrupt_record"]):
        raise ValueError(f"No value of the column {colName} is an object in JSON")
    return self.withColumn(own_name(colName), functions.from_json(column(self, colName), schema))


enrich_df("gs_parse_json", parse_json)
