# prints: [Row(shop='north', amount=10.5), Row(shop='south', amount=20.0)]
from pyspark.sql import SparkSession

spark = SparkSession.builder.enableHiveSupport().getOrCreate()
spark.sql("DROP TABLE IF EXISTS pyspark.shops")
rows = spark.read.csv("s3://pyspark/in/sales.csv", header=True, inferSchema=True).select("shop", "amount")
rows.write.format("parquet").option("path", f"s3://pyspark/shops/{spark.sparkContext.applicationId}/").saveAsTable("pyspark.shops")
print(spark.sql("SELECT shop, amount FROM pyspark.shops ORDER BY shop").collect())
spark.sql("DROP TABLE pyspark.shops")
