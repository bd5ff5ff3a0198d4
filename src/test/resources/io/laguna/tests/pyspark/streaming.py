# prints: streamed 2
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
stream = spark.readStream.schema("day date, shop string, amount double").csv("s3://pyspark/in/", pathGlobFilter="*.csv", header=True)
query = (
    stream.writeStream.trigger(availableNow=True)
    .option("checkpointLocation", f"s3://pyspark/checkpoints/{spark.sparkContext.applicationId}")
    .format("memory")
    .queryName("streamed")
    .start()
)
query.awaitTermination()
print("streamed", spark.table("streamed").count())
