#: state SUCCEEDED
#: prints the catalog's table is read
import boto3
from awsglue.context import GlueContext
from awsglue.transforms import *
from pyspark.context import SparkContext

glueContext = GlueContext(SparkContext.getOrCreate())
read = glueContext.create_dynamic_frame
s3, glue = boto3.client("s3"), boto3.client("glue")


def fails(call, text):
    try:
        call()
    except Exception as e:
        assert text in str(e), str(e)[:600]
    else:
        raise AssertionError("no error: " + text)


def columns(**types):
    return [{"Name": name, "Type": type} for name, type in types.items()]


def storage(location):
    return {
        "Columns": columns(n="bigint", s="string"),
        "Location": location,
        "InputFormat": "org.apache.hadoop.mapred.TextInputFormat",
        "OutputFormat": "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
        "SerdeInfo": {
            "SerializationLibrary": "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
            "Parameters": {"field.delim": ","},
        },
    }


s3.create_bucket(Bucket="glue-source-catalog")
glue.create_database(DatabaseInput={"Name": "glue_source_catalog"})
s3.put_object(Bucket="glue-source-catalog", Key="t/y=2020/c=a/f.csv", Body=b"n,s\n7,x\n,y\n")
s3.put_object(Bucket="glue-source-catalog", Key="t/y=2021/c=b/f.csv", Body=b"n,s\nx9,z\n")
glue.create_table(
    DatabaseName="glue_source_catalog",
    TableInput={
        "Name": "t",
        "TableType": "EXTERNAL_TABLE",
        "PartitionKeys": columns(y="int", c="string"),
        "Parameters": {"classification": "csv", "skip.header.line.count": "1"},
        "StorageDescriptor": storage("s3://glue-source-catalog/t/"),
    },
)
for y, c in ("2020", "a"), ("2021", "b"):
    glue.create_partition(
        DatabaseName="glue_source_catalog",
        TableName="t",
        PartitionInput={"Values": [y, c], "StorageDescriptor": storage(f"s3://glue-source-catalog/t/y={y}/c={c}/")},
    )
names = {"database": "glue_source_catalog", "table_name": "t"}

# A value that does not fit the catalog's type makes a choice; the columns of partitions are last.
t = read.from_catalog(**names, transformation_ctx="t")
assert t.count() == 3
df = t.toDF()
assert df.columns == ["n", "s", "y", "c"], df.columns
assert df.schema["n"].dataType.simpleString() == "struct<long:bigint,string:string>"
assert df.schema["y"].dataType.simpleString() == "int"
cast = t.resolveChoice(specs=[("n", "cast:long")]).toDF()
assert sorted(str(row.n) for row in cast.collect()) == ["7", "None", "None"]
assert "n_string" in t.resolveChoice(specs=[("n", "make_cols")]).toDF().columns

# Predicates choose partitions.
pushed = read.from_catalog(
    name_space="glue_source_catalog", table_name="t", push_down_predicate="y = 2021 and c = 'b'"
)
assert pushed.count() == 1
assert read.from_catalog(**names, additional_options={"catalogPartitionPredicate": "y = '2020'"}).count() == 2
fails(
    lambda: read.from_catalog(**names, push_down_predicate="(n == 7)"),
    "User's pushdown predicate: (n == 7) can not be resolved against partition columns: [y, c]",
)
assert glueContext.create_data_frame.from_catalog(**names).count() == 3
assert glueContext.create_sample_dynamic_frame_from_catalog(**names, num=2).count() == 2
schema = glueContext.get_catalog_schema_as_spark_schema("glue_source_catalog", "t")
assert schema.simpleString() == "struct<n:bigint,s:string,y:int,c:string>", schema

# What is not said, or is not there.
fails(
    lambda: read.from_catalog(database="a", name_space="b", table_name="t"),
    "Parameter name_space and database are both specified, choose one.",
)
fails(lambda: read.from_catalog(table_name="t"), "Parameter name_space or database is missing.")
fails(lambda: read.from_catalog(database="d"), "Parameter table_name is missing.")
fails(lambda: read.from_catalog("glue_source_catalog", "nope"), "EntityNotFoundException")

# A partition whose files are all purged leaves the catalog.
glueContext.purge_table("glue_source_catalog", "t", {"partitionPredicate": "y = 2020", "retentionPeriod": 0})
left = glue.get_partitions(DatabaseName="glue_source_catalog", TableName="t")["Partitions"]
assert [partition["Values"] for partition in left] == [["2021", "b"]]
print("the catalog's table is read")
