#: /stream.py", line 6, in batch
#: ValueError: batch 0 is bad
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
def batch(df, n):
    raise ValueError("batch %d is bad" % n)
q = (spark.readStream.format("rate-micro-batch").option("rowsPerBatch", 10).load()
    .writeStream.foreachBatch(batch).start())
q.awaitTermination()
