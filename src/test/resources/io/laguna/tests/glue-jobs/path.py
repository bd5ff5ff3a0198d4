#: state FAILED
#: message Error Category: QUERY_ERROR; Spark Error Class: PATH_NOT_FOUND; Failed Line Number: 6; AnalysisException: [PATH_NOT_FOUND] Path does not exist: s3://glue-jobs/not/there.
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
spark.read.parquet("s3://glue-jobs/not/there").show()
