"""Writes the sales of the raw zone as a table of the trusted zone."""
import sys

from awsglue.utils import getResolvedOptions
from pyspark.sql import SparkSession

options = getResolvedOptions(sys.argv, ["source", "target"])
spark = SparkSession.builder.getOrCreate()
sales = spark.read.csv(options["source"], header=True, inferSchema=True)
sales.write.mode("overwrite").parquet(options["target"])
print(f"{sales.count()} sales")
