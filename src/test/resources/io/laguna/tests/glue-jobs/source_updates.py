#: state SUCCEEDED
#: prints the catalog is kept up to date
import boto3
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from pyspark.context import SparkContext

glueContext = GlueContext(SparkContext.getOrCreate())
spark = glueContext.spark_session
read = glueContext.create_dynamic_frame
s3, glue = boto3.client("s3"), boto3.client("glue")
s3.create_bucket(Bucket="glue-source-updates")
glue.create_database(DatabaseInput={"Name": "glue_source_updates"})


def frame(columns):
    return DynamicFrame.fromDF(spark.sql("SELECT " + columns), glueContext, "f")


def sink(name, **options):
    return glueContext.getSink(
        connection_type="s3",
        path=f"s3://glue-source-updates/{name}/",
        enableUpdateCatalog=True,
        partitionKeys=["y"],
        **options,
    )


def write(made, name, written):
    made.setFormat(name)
    made.setCatalogInfo(catalogDatabase="glue_source_updates", catalogTableName=name)
    errors = made.writeFrame(written)
    assert errors.count() == 0 and errors.name == "f_errors"


def columns(name):
    table = glue.get_table(DatabaseName="glue_source_updates", Name=name)["Table"]
    return [(column["Name"], column["Type"]) for column in table["StorageDescriptor"]["Columns"]]


def partitions(name):
    found = glue.get_partitions(DatabaseName="glue_source_updates", TableName=name)["Partitions"]
    return sorted(partition["Values"][0] for partition in found)


for name in "json", "glueparquet", "csv", "avro":
    # A table that is missing is made.
    write(sink(name, updateBehavior="UPDATE_IN_DATABASE"), name, frame("1 AS id, 'a' AS name, 2020 AS y"))
    assert columns(name) == [("id", "int"), ("name", "string")], columns(name)
    assert partitions(name) == ["2020"]

    # New columns and partitions are added, and the columns of partitions are in no file.
    write(sink(name), name, frame("2 AS id, 'b' AS name, 1.5D AS extra, 2021 AS y"))
    assert columns(name) == [("id", "int"), ("name", "string"), ("extra", "double")]
    back = read.from_catalog(database="glue_source_updates", table_name=name).toDF()
    assert back.columns[-1] == "y", back.columns
    assert sorted((row.id, row.y) for row in back.collect()) == [(1, 2020), (2, 2021)]
    # Spark's own reader of Hive tables takes a header for a row.
    rows = spark.sql(f"SELECT * FROM glue_source_updates.{name} WHERE y = 2021").count()
    assert rows == (2 if name == "csv" else 1), rows

    # With LOG the columns stay.
    write(sink(name, updateBehavior="LOG"), name, frame("3 AS id, 'c' AS name, 1 AS more, 2022 AS y"))
    assert len(columns(name)) == 3
    assert partitions(name) == ["2020", "2021", "2022"]

    # A table that is there is written to by its own path and format.
    glueContext.write_dynamic_frame.from_catalog(
        frame=frame("4 AS id, 'd' AS name, 2.5D AS extra, 2023 AS y"),
        database="glue_source_updates",
        table_name=name,
        additional_options={"enableUpdateCatalog": True, "partitionKeys": ["y"]},
    )
    assert partitions(name) == ["2020", "2021", "2022", "2023"]
    assert read.from_catalog("glue_source_updates", name).count() == 4

# Fields of Avro files may have letters that columns of the catalog have not.
for extra in "", ", 1.5D AS More":
    mixed = glueContext.getSink("s3", path="s3://glue-source-updates/mixed/", enableUpdateCatalog=True)
    mixed.setFormat("avro")
    mixed.setCatalogInfo(catalogDatabase="glue_source_updates", catalogTableName="mixed")
    mixed.writeFrame(frame("1 AS Id, 'a' AS userName" + extra))
rows = spark.sql("SELECT id, username, more FROM glue_source_updates.mixed ORDER BY more").collect()
assert [tuple(row) for row in rows] == [(1, "a", None), (1, "a", 1.5)], rows

# A folder whose files were purged is nowhere in a listing.
glueContext.purge_s3_path("s3://glue-source-updates/mixed/", {"retentionPeriod": 0})
assert "Contents" not in s3.list_objects_v2(Bucket="glue-source-updates", Prefix="mixed/")

listed = s3.list_objects_v2(Bucket="glue-source-updates", Prefix="glueparquet/y=2020/")["Contents"]
assert listed[0]["Key"].endswith("-part-block-0-0-r-00000-snappy.parquet"), listed
late = read.from_catalog("glue_source_updates", "glueparquet", push_down_predicate="y > 2021")
assert late.toDF().where("y = 2022").count() == 1
# Spark overwrites just the partitions that are written, in files and in tables.
spark.conf.set("spark.sql.sources.partitionOverwriteMode", "dynamic")
for format in "parquet", "csv":
    years = spark.sql("SELECT 1 AS id, '2020' AS y UNION ALL SELECT 2, '2021'").write.partitionBy("y").format(format)
    years.mode("overwrite").option("path", f"s3://glue-source-updates/years_{format}/").saveAsTable(
        f"glue_source_updates.years_{format}"
    )
    spark.sql("SELECT 3 AS id, '2021' AS y").write.insertInto(f"glue_source_updates.years_{format}", overwrite=True)
    rows = spark.table(f"glue_source_updates.years_{format}").collect()
    assert sorted((row.id, row.y) for row in rows) == [(1, "2020"), (3, "2021")], rows
# Whoever lists what Spark has written finds its files alone.
spark.sql("SELECT 1 AS id").coalesce(1).write.mode("overwrite").csv("s3://glue-source-updates/alone/")
alone = s3.list_objects_v2(Bucket="glue-source-updates", Prefix="alone/")["Contents"]
assert len(alone) == 1 and "/part-00000-" in alone[0]["Key"], alone
left = s3.list_objects_v2(Bucket="glue-source-updates", Prefix="years_parquet/.spark-staging").get("Contents", [])
assert not left, left
print("the catalog is kept up to date")
