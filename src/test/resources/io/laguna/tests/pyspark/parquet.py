# prints: 2 30.5 2021-01-02
from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.appName("parquet").getOrCreate()
rows = spark.read.csv("s3://pyspark/in/sales.csv", header=True, inferSchema=True)
rows.repartition(1).write.mode("overwrite").partitionBy("shop").parquet("s3://pyspark/out/sales/")
back = spark.read.parquet("s3://pyspark/out/sales/")
found = back.agg(F.countDistinct("shop"), F.sum("amount"), F.max("day")).first()
print(found[0], found[1], found[2])
