# options: --jars /usr/share/aws/iceberg/lib/iceberg-spark3-runtime.jar --conf spark.sql.extensions=org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions --conf spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog --conf spark.sql.catalog.lake.warehouse=s3://pyspark/warehouse/ --conf spark.sql.catalog.lake.catalog-impl=org.apache.iceberg.aws.glue.GlueCatalog --conf spark.sql.catalog.lake.io-impl=org.apache.iceberg.aws.s3.S3FileIO
# prints: [(1, 'new'), (2, 'b'), (3, 'c')] then 2
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
spark.sql("DROP TABLE IF EXISTS lake.pyspark.merged PURGE")
spark.sql("CREATE TABLE lake.pyspark.merged (id int, v string) USING iceberg")
spark.sql("INSERT INTO lake.pyspark.merged VALUES (1, 'a'), (2, 'b')")
first = spark.sql("SELECT snapshot_id FROM lake.pyspark.merged.snapshots").first()[0]
spark.createDataFrame([(1, "new"), (3, "c")], "id int, v string").createOrReplaceTempView("news")
spark.sql(
    "MERGE INTO lake.pyspark.merged t USING news n ON t.id = n.id "
    "WHEN MATCHED THEN UPDATE SET v = n.v WHEN NOT MATCHED THEN INSERT *"
)
rows = sorted(tuple(row) for row in spark.table("lake.pyspark.merged").collect())
print(rows, "then", spark.sql(f"SELECT * FROM lake.pyspark.merged VERSION AS OF {first}").count())
