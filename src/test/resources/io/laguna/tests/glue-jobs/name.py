#: state FAILED
#: message Error Category: INVALID_ARGUMENT_ERROR; Failed Line Number: 8; NameError: name 'DynamicFrame' is not defined
from awsglue.context import GlueContext
from awsglue.transforms import *
from pyspark.context import SparkContext

glue = GlueContext(SparkContext.getOrCreate())
frame = DynamicFrame.fromDF(glue.spark_session.range(3), glue, "frame")
