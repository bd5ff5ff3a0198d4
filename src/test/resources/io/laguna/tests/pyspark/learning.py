# prints: slope 2.000
from pyspark.ml.feature import VectorAssembler
from pyspark.ml.regression import LinearRegression
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
points = VectorAssembler(inputCols=["x"], outputCol="features").transform(
    spark.createDataFrame([(float(x), 2.0 * x + 1) for x in range(8)], ["x", "label"])
)
print("slope %.3f" % LinearRegression().fit(points).coefficients[0])
