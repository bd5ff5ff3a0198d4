# options: --jars /usr/share/aws/delta/lib/delta-spark.jar,/usr/share/aws/delta/lib/delta-storage.jar --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog
# prints: [(1, 'a'), (2, 'later')] then [(1, 'a'), (2, 'b')]
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
place = f"s3://pyspark/delta/{spark.sparkContext.applicationId}"
spark.createDataFrame([(1, "a"), (2, "b")], "id int, v string").write.format("delta").save(place)
spark.sql(f"UPDATE delta.`{place}` SET v = 'later' WHERE id = 2")
now = spark.read.format("delta").load(place)
then = spark.read.format("delta").option("versionAsOf", 0).load(place)
print(*(sorted(tuple(row) for row in each.collect()) if each != "then" else each for each in (now, "then", then)))
