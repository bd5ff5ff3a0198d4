# prints: yarn 90
from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("master in code").master("yarn").enableHiveSupport().getOrCreate()
total = spark.sparkContext.parallelize(range(10), 2).map(lambda n: n * 2).sum()
print(spark.sparkContext.master, total)
