#: df.select("twise").show()
#: AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION]
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
df = spark.range(3).selectExpr("id", "id * 2 AS twice")
df.select("twise").show()
