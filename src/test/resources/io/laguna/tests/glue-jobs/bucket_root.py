#: state SUCCEEDED
#: prints json [(1, 'a')] parquet [(1, 'a')]
import boto3
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from pyspark.context import SparkContext

context = GlueContext(SparkContext.getOrCreate())
boto3.client("s3").create_bucket(Bucket="glue-jobs-root")
rows = DynamicFrame.fromDF(context.spark_session.createDataFrame([(1, "a")], "id int, name string"), context, "rows")
for format in ("json", "parquet"):
    bucket = boto3.resource("s3").Bucket("glue-jobs-root")
    bucket.objects.delete()
    options = {"path": "s3://glue-jobs-root", "partitionKeys": []}
    context.write_dynamic_frame.from_options(rows, connection_type="s3", connection_options=options, format=format)
    read = context.create_dynamic_frame.from_options("s3", {"paths": ["s3://glue-jobs-root"]}, format=format)
    print(format, [tuple(row) for row in read.toDF().collect()], end=" ")
    assert all("/" not in found.key for found in bucket.objects.all())
