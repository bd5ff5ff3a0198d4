"""Times records of Glue beside Spark's own ways, in turns, and writes a line for each into s3://bench/figures."""

import statistics
import sys
import time

import boto3
from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.transforms import Map, Relationalize
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

ROUNDS = 3
ROWS = 1_000_000
SCHEMA = "id bigint, name string, amount double, day string"

args = getResolvedOptions(sys.argv, ["JOB_NAME"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)
spark = glue.spark_session
lines = []


def seconds(action):
    begun = time.monotonic()
    action()
    return time.monotonic() - begun


def beside(what, ours, theirs):
    """Runs both once without a clock, then in turns with one."""
    ours()
    theirs()
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(ROUNDS)]
    mine, other = (statistics.median(times) for times in zip(*pairs))
    lines.append(f"{what:<42} {mine:6.2f} beside {other:6.2f}: {mine / other:.2f}")


def write(frame):
    frame.write.format("noop").mode("overwrite").save()


def frame_of(format, options, name=None):
    paths = {"paths": [f"s3://bench/{name or format}/"]}
    return glue.create_dynamic_frame.from_options("s3", paths, format, options)


def with_tax(record):
    record["tax"] = record["amount"] * 0.19
    return record


def row_with_tax(row):
    return with_tax(row.asDict())


rows = spark.range(ROWS).selectExpr(
    "id", "concat('name ', id % 1000) name", "rand(1) amount", "'2026-01-01' day")
rows.write.mode("overwrite").json("s3://bench/json/")
rows.write.mode("overwrite").option("header", "true").csv("s3://bench/csv/")


def json_of_spark():
    return spark.read.schema(SCHEMA).json("s3://bench/json/")


def csv_of_spark():
    return spark.read.schema(SCHEMA).option("header", "true").csv("s3://bench/csv/")


header = {"withHeader": True}
beside("JSON, count of the records", lambda: frame_of("json", {}).count(), lambda: write(json_of_spark()))
beside("JSON, toDF", lambda: write(frame_of("json", {}).toDF()), lambda: write(json_of_spark()))
beside("CSV, count of the records", lambda: frame_of("csv", header).count(), lambda: write(csv_of_spark()))
beside("CSV, toDF", lambda: write(frame_of("csv", header).toDF()), lambda: write(csv_of_spark()))
beside(
    "Map in Python beside an RDD's",
    lambda: Map.apply(frame=frame_of("json", {}), f=with_tax).count(),
    lambda: json_of_spark().rdd.map(row_with_tax).count(),
)

for count in (200_000, 2_000_000):
    name = f"nested{count}"
    spark.range(count).selectExpr(
        "id", "named_struct('city', concat('c', id % 100), 'zip', id) address",
        "array(named_struct('sku', id, 'n', 1), named_struct('sku', id + 1, 'n', 2)) items",
    ).write.mode("overwrite").json(f"s3://bench/{name}/")

    def relationalized():
        frames = Relationalize.apply(
            frame=frame_of("json", {}, name), staging_path="s3://bench/staging/", name="root")
        for each in frames.keys():
            write(frames.select(each).toDF())

    relationalized()
    took = statistics.median(seconds(relationalized) for _ in range(ROUNDS))
    what = f"relationalize {count:,} records"
    lines.append(f"{what:<42} {took:6.2f}: {took / count * 1e6:.1f} s a million")

boto3.client("s3").put_object(Bucket="bench", Key="figures", Body="\n".join(lines))
job.commit()
