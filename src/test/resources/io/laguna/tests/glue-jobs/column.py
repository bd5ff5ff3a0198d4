#: state FAILED
#: message Error Category: QUERY_ERROR; Spark Error Class: UNRESOLVED_COLUMN.WITH_SUGGESTION; Failed Line Number: 6; AnalysisException: [UNRESOLVED_COLUMN.WITH_SUGGESTION] A column or function parameter with name `nope` cannot be resolved. Did you mean one of the following? [`id`].;
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
spark.range(3).select("nope").show()
