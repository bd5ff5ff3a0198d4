# options: --jars /usr/lib/hudi/hudi-spark-bundle.jar,/usr/lib/hudi/hudi-aws-bundle.jar --conf spark.serializer=org.apache.spark.serializer.KryoSerializer
# prints: first [('a', 1.0), ('b', 2.0), ('c', 3.0)] changed [('b', 20.0)] left [('a', 1.0), ('b', 20.0)] in the catalog 2
from pyspark.sql import SparkSession

spark = SparkSession.builder.enableHiveSupport().getOrCreate()
name = "trips_" + spark.sparkContext.applicationId.replace("-", "_")
place = f"s3://pyspark/hudi/{name}"
options = {
    "hoodie.table.name": name,
    "hoodie.datasource.write.recordkey.field": "id",
    "hoodie.datasource.write.precombine.field": "ts",
    "hoodie.datasource.write.partitionpath.field": "city",
    "hoodie.datasource.hive_sync.enable": "true",
    "hoodie.datasource.hive_sync.database": "pyspark",
    "hoodie.datasource.hive_sync.table": name,
    "hoodie.datasource.hive_sync.partition_fields": "city",
}


def write(rows, operation, mode):
    frame = spark.createDataFrame(rows, "id string, fare double, city string, ts bigint")
    frame.write.format("hudi").options(**options).option("hoodie.datasource.write.operation", operation).mode(
        mode
    ).save(place)


def fares(**how):
    rows = spark.read.format("hudi").options(**how).load(place).select("id", "fare").collect()
    return sorted((row.id, row.fare) for row in rows)


write([("a", 1.0, "x", 1), ("b", 2.0, "x", 1), ("c", 3.0, "y", 1)], "upsert", "overwrite")
first = spark.read.format("hudi").load(place).first()["_hoodie_commit_time"]
write([("b", 20.0, "x", 2)], "upsert", "append")
incremental = {
    "hoodie.datasource.query.type": "incremental",
    "hoodie.datasource.read.begin.instanttime": first,
}
changed = fares(**incremental)
write([("c", 3.0, "y", 3)], "delete", "append")
then = fares(**{"as.of.instant": first})
count = spark.sql(f"SELECT count(*) FROM pyspark.{name}").first()[0]
print("first", then, "changed", changed, "left", fares(), "in the catalog", count)
