#: it exited with 3:\nthree rows are missing
import sys
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
print("three rows are missing", file=sys.stderr)
sys.exit(3)
