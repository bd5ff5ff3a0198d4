# options: --jars s3://pyspark/lib/mysql-connector-j.jar
# arguments: MYSQL/covid
# prints: 33 departments read by 2 tasks
import sys

from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
rows = (
    spark.read.format("jdbc")
    .option("url", sys.argv[1])
    .option("driver", "com.mysql.cj.jdbc.Driver")
    .option("user", "covid_reader")
    .option("password", "covid_reader")
    .option("dbtable", "department")
    .options(partitionColumn="area_km2", lowerBound=0, upperBound=100_000, numPartitions=2)
    .load()
)
print(f"{rows.count()} departments read by {rows.rdd.getNumPartitions()} tasks")
