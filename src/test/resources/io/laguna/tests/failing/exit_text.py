#: no input below s3://failing/in
import sys
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
print("bye")
sys.exit("no input below s3://failing/in")
