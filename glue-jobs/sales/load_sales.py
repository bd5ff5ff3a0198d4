"""Loads the sales that are new in the processed table into Redshift, by COPY."""

import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

arguments = getResolvedOptions(
    sys.argv, ["JOB_NAME", "database", "table", "connection", "target", "role", "TempDir"]
)
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(arguments["JOB_NAME"], arguments)

processed = glue.create_dynamic_frame.from_catalog(
    database=arguments["database"], table_name=arguments["table"], transformation_ctx="processed"
)
sales = processed.drop_fields(["delivery"])
if sales.toDF().columns:
    glue.write_dynamic_frame.from_jdbc_conf(
        frame=sales,
        catalog_connection=arguments["connection"],
        connection_options={"dbtable": arguments["target"], "database": "dev", "aws_iam_role": arguments["role"]},
        redshift_tmp_dir=arguments["TempDir"],
        transformation_ctx="loaded",
    )
    print(f"{sales.count()} sales loaded")
else:
    print("No sales are new")
job.commit()
