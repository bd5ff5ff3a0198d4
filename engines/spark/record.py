"""A job that does what PySpark jobs do, for record-classes: its driver loads the classes that they need."""

import sys

import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, pandas_udf, udf

spark = SparkSession.builder.enableHiveSupport().getOrCreate()
place = sys.argv[1]


@udf("string")
def name(number):
    return f"name {number % 7}"


@pandas_udf("double")
def share(number: pd.Series) -> pd.Series:
    return number / 7


rows = spark.range(1000).select(col("id"), name("id").alias("name"), share("id").alias("share"))
rows.write.mode("overwrite").option("header", True).csv(f"{place}/csv")
read = spark.read.csv(f"{place}/csv", header=True, inferSchema=True)
read.write.mode("overwrite").partitionBy("name").parquet(f"{place}/parquet")
read.groupBy("name").applyInPandas(lambda part: part.head(1), read.schema).orderBy("id").show()
read.createOrReplaceTempView("rows")
spark.sql("SHOW DATABASES").show()
spark.createDataFrame(spark.sql("SELECT name, count(*) AS rows FROM rows GROUP BY name").toPandas()).collect()
spark.createDataFrame([(1, "a"), (2, "b")], ["id", "name"]).write.mode("overwrite").json(f"{place}/json")
spark.sparkContext.textFile(f"{place}/csv").flatMap(str.split).map(lambda word: (word, 1)).reduceByKey(int.__add__).take(5)
stream = spark.readStream.schema(read.schema).parquet(f"{place}/parquet").writeStream
stream.foreachBatch(lambda batch, number: batch.count()).trigger(availableNow=True).start().awaitTermination()
