#: argument --extra-py-files s3://aws-glue-studio-transforms-510798373988-prod-us-east-1/gs_common.py,s3://aws-glue-studio-transforms-510798373988-prod-us-east-1/gs_derived.py
#: state SUCCEEDED
#: prints [Row(a=1, b=2)]
import gs_derived
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from pyspark.context import SparkContext

context = GlueContext(SparkContext.getOrCreate())
rows = context.spark_session.createDataFrame([(1,)], "a int")
print(DynamicFrame.fromDF(rows, context, "rows").gs_derived(colName="b", expr="a * 2").toDF().collect())
