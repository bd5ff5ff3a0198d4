#: /syntax.py", line 5
#: SyntaxError: '(' was never closed
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate(
df = spark.range(3)
df.show()
