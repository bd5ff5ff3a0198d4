"""Reads the table that the crawler made, adds what each sale came to, and writes Parquet, a folder for each product."""

import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext
from pyspark.sql.functions import col, round

args = getResolvedOptions(sys.argv, ["JOB_NAME", "OUT"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)

sales = glue.create_dynamic_frame.from_catalog(
    database="sales_database", table_name="sales_data", transformation_ctx="sales")
totals = sales.toDF().filter(col("price").isNotNull()).withColumn("total", round(col("quantity") * col("price"), 2))
glue.write_dynamic_frame.from_options(
    frame=DynamicFrame.fromDF(totals, glue, "totals"),
    connection_type="s3",
    connection_options={"path": args["OUT"], "partitionKeys": ["product"]},
    format="parquet",
)
job.commit()
