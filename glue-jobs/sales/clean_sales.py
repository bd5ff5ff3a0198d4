"""Writes the sales that are new in the raw table as Parquet, typed and with their total value.

Sales without a price are left out. A value that cannot be read fails the job: nothing is written then, and the next run
takes the same files again.
"""

import sys

from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext
from pyspark.sql import functions as F

TYPES = {"id": "int", "product": "string", "quantity": "int", "price": "float", "date": "date"}

arguments = getResolvedOptions(sys.argv, ["JOB_NAME", "database", "table", "target"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(arguments["JOB_NAME"], arguments)

raw = glue.create_dynamic_frame.from_catalog(
    database=arguments["database"], table_name=arguments["table"], transformation_ctx="raw"
)
# A column whose values have several types is text for all of them.
texts = raw.resolveChoice(specs=[(name, "cast:string") for name in TYPES]).toDF()
if texts.columns:
    typed = texts.select(
        "delivery",
        *(F.trim(F.col(name)).alias(name + "_text") for name in TYPES),
        *(F.trim(F.col(name)).cast(type).alias(name) for name, type in TYPES.items()),
    ).cache()
    unreadable = [
        F.when((F.col(name + "_text") != "") & F.col(name).isNull(), F.concat(F.lit(name + " "), name + "_text"))
        for name in TYPES
    ]
    wrong = typed.withColumn("wrong", F.concat_ws(", ", *unreadable)).filter("wrong <> '' or id is null")
    rows, refused = typed.count(), wrong.count()
    if refused:
        first = wrong.orderBy("id_text").first()
        raise ValueError(
            f"{refused} of {rows} sales cannot be read. The first is {first.id_text} of delivery {first.delivery}:"
            f" {first.wrong or 'it has no id'}"
        )
    sales = typed.filter("price is not null").select(
        *TYPES, (F.col("quantity") * F.col("price")).cast("float").alias("total_value"), "delivery"
    )
    written = sales.count()
    glue.write_dynamic_frame.from_options(
        frame=DynamicFrame.fromDF(sales.coalesce(1), glue, "sales"),
        connection_type="s3",
        connection_options={"path": arguments["target"], "partitionKeys": ["delivery"]},
        format="parquet",
        transformation_ctx="processed",
    )
    print(f"{rows} sales read, {rows - written} without a price, {written} written")
else:
    print("No sales are new")
job.commit()
