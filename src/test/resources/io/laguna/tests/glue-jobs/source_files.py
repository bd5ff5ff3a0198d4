#: state SUCCEEDED
#: prints files are read and written
import boto3
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection
from awsglue.job import Job
from pyspark.context import SparkContext

sc = SparkContext.getOrCreate()
glueContext = GlueContext(sc)
spark = glueContext.spark_session
read, write = glueContext.create_dynamic_frame, glueContext.write_dynamic_frame
s3 = boto3.client("s3")
s3.create_bucket(Bucket="glue-source-files")


def fails(call, text):
    try:
        call()
    except Exception as e:
        assert text in str(e), str(e)[:600]
    else:
        raise AssertionError("no error: " + text)


# A commit of what was not begun is none, and neither is an odd beginning a failure.
job = Job(glueContext)
job.commit()
assert not job.isInitialized()
job.init("--JOB_ID")
assert job.isInitialized()
job.commit()

logger = glueContext.get_logger()
logger.info("an info")
fails(lambda: logger.warning("no"), "warning")

# Two writes to one path are both there, by these names.
one = DynamicFrame.fromDF(spark.sql("SELECT 1 AS id, 'a' AS name"), glueContext, "one")
for _ in range(2):
    errors = write.from_options(one, "s3", {"path": "s3://glue-source-files/twice"}, "csv", {"separator": "|"})
    assert errors.count() == 0
keys = [each["Key"] for each in s3.list_objects_v2(Bucket="glue-source-files", Prefix="twice/run-")["Contents"]]
assert len(keys) == 2 and all(key.endswith("-part-r-00000") for key in keys), keys
back = read.from_options(
    connection_type="s3",
    connection_options={"paths": ["s3://glue-source-files/twice/"]},
    format="csv",
    format_options={"withHeader": True, "separator": "|"},
)
assert back.count() == 2 and back.toDF().columns == ["id", "name"]

# A collection is written frame by frame.
frames = DynamicFrameCollection({"a": one, "b": one}, glueContext)
assert set(glueContext.write_from_options(frames, "s3", {"path": "s3://glue-source-files/both"}, "json").keys()) == {"a", "b"}
deep = {"paths": ["s3://glue-source-files/both/"], "recurse": True}
assert read.from_options("s3", deep, "json").count() == 2
assert read.from_options("s3", {"paths": ["s3://glue-source-files/both/"]}, format="json").count() == 0
assert glueContext.create_sample_dynamic_frame_from_options("s3", deep, num=1, format="json").count() == 1
fails(lambda: glueContext.write_from_options("x", "s3"), "frame_or_dfc must be DynamicFrame or")
fails(lambda: read.from_options("dynamodb", {}), "The connection type dynamodb is not supported")

rdd = read.from_rdd(sc.parallelize([(1, "a")]), "r", ["id", "v"])
assert rdd.count() == 1 and rdd.name == "r"
source = glueContext.getSource("s3", paths=["s3://glue-source-files/both/a/"])
source.setFormat("json")
assert source.getFrame().count() == source.getDataFrame().count() == 1

# Storage classes, purges and transitions.
s3.put_object(Bucket="glue-source-files", Key="cold/x.json", Body=b'{"a":1}', StorageClass="GLACIER")
s3.put_object(Bucket="glue-source-files", Key="cold/y.json", Body=b'{"a":2}')
warm = {"paths": ["s3://glue-source-files/cold/"], "excludeStorageClasses": ["GLACIER"]}
assert read.from_options("s3", warm, "json").count() == 1


def cold():
    found = s3.list_objects_v2(Bucket="glue-source-files", Prefix="cold/").get("Contents", [])
    return {each["Key"]: each["StorageClass"] for each in found}


glueContext.purge_s3_path("s3://glue-source-files/cold/")
assert len(cold()) == 2, "files of this week stay"
glueContext.transition_s3_path("s3://glue-source-files/cold/y.json", "STANDARD_IA", {"retentionPeriod": 0})
assert cold() == {"cold/x.json": "GLACIER", "cold/y.json": "STANDARD_IA"}
glueContext.purge_s3_path(
    "s3://glue-source-files/cold/",
    {"retentionPeriod": 0, "excludeStorageClasses": ["GLACIER"], "manifestFilePath": "s3://glue-source-files/purged/"},
)
assert cold() == {"cold/x.json": "GLACIER"}
manifest = s3.get_object(Bucket="glue-source-files", Key="purged/Success.csv")["Body"].read().decode()
assert manifest.strip() == "s3://glue-source-files/cold/y.json", manifest

df = glueContext.add_ingestion_time_columns(one.toDF(), "hour")
assert df.columns == ["id", "name", "ingest_year", "ingest_month", "ingest_day", "ingest_hour"]
fails(lambda: glueContext.forEachBatch(df, None, {}), "Missing windowSize argument")
fails(lambda: glueContext.forEachBatch(df, None, {"windowSize": "1 second"}), "Missing checkpointLocation argument")
fails(lambda: glueContext.start_transaction(False), "Lake Formation")
print("files are read and written")
