# prints: [(0, -3.0), (0, 3.0), (1, -1.0), (1, 1.0)]
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
frame = spark.createDataFrame([(0, 1.0), (0, 7.0), (1, 2.0), (1, 4.0)], ["id", "v"])


def centred(group):
    return group.assign(v=group.v - group.v.mean())


print(sorted(tuple(row) for row in frame.groupBy("id").applyInPandas(centred, "id long, v double").collect()))
