#: argument --datalake-formats iceberg,delta
#: argument --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog
#: state SUCCEEDED
#: prints tables of lakes are read and written
import boto3
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from pyspark.context import SparkContext

glueContext = GlueContext(SparkContext.getOrCreate())
spark = glueContext.spark_session
read, write = glueContext.create_dynamic_frame, glueContext.write_dynamic_frame
boto3.client("s3").create_bucket(Bucket="glue-source-lakes")
glue = boto3.client("glue")
glue.create_database(
    DatabaseInput={"Name": "glue_source_lakes", "LocationUri": "s3://glue-source-lakes/db"}
)

# A table of Iceberg's in the catalog is read by its name, also when the job has set no catalog of Iceberg's.
glue.create_table(
    DatabaseName="glue_source_lakes",
    TableInput={
        "Name": "ice",
        "TableType": "EXTERNAL_TABLE",
        "StorageDescriptor": {
            "Location": "s3://glue-source-lakes/db/ice",
            "Columns": [{"Name": "id", "Type": "int"}, {"Name": "name", "Type": "string"}],
        },
    },
    OpenTableFormatInput={"IcebergInput": {"MetadataOperation": "CREATE", "Version": "2"}},
)
assert read.from_catalog(database="glue_source_lakes", table_name="ice").count() == 0
spark.sql("INSERT INTO glue_catalog.glue_source_lakes.ice VALUES (1, 'a')")
assert glueContext.create_data_frame.from_catalog(database="glue_source_lakes", table_name="ice").count() == 1
two = DynamicFrame.fromDF(spark.sql("SELECT 2 AS id, 'b' AS name"), glueContext, "two")
write.from_catalog(frame=two, database="glue_source_lakes", table_name="ice")
ice = read.from_catalog(database="glue_source_lakes", table_name="ice").toDF()
assert sorted((row.id, row.name) for row in ice.collect()) == [(1, "a"), (2, "b")]

# Delta Lake by its path.
options = {"path": "s3://glue-source-lakes/delta"}
for _ in range(2):
    write.from_options(two, "delta", options)
assert read.from_options("delta", options).count() == 2
assert read.from_options("s3", {"paths": ["s3://glue-source-lakes/delta"]}, format="delta").count() == 2

# Its Python library is in its jar.
from delta.tables import DeltaTable

DeltaTable.forPath(spark, options["path"]).delete("id = 2")
assert spark.read.format("delta").load(options["path"]).count() == 0

# Spark keeps a table of Delta's in the catalog, with its place in the SerDe.
saved = spark.sql("SELECT 2 AS id").write.format("delta").option("path", "s3://glue-source-lakes/saved")
saved.saveAsTable("glue_source_lakes.saved")
assert read.from_catalog(database="glue_source_lakes", table_name="saved").count() == 1
print("tables of lakes are read and written")
