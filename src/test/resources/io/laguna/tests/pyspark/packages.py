# options: --packages io.delta:delta-core_2.12:2.0.0,org.apache.hadoop:hadoop-aws:3.2.0 --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog
# prints: merged [(1, 'a'), (2, 'new')]
from delta.tables import DeltaTable
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
place = f"s3://pyspark/packages/{spark.sparkContext.applicationId}"
spark.createDataFrame([(1, "a"), (2, "b")], "id int, v string").write.format("delta").save(place)
table = DeltaTable.forPath(spark, place)
news = spark.createDataFrame([(2, "new")], "id int, v string")
table.alias("t").merge(news.alias("n"), "t.id = n.id").whenMatchedUpdateAll().execute()
print("merged", sorted(tuple(row) for row in table.toDF().collect()))
