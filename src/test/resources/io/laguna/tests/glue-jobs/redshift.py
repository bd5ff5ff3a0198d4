#: argument --TempDir s3://glue-jobs/redshift/
#: prints by a connection [(1, 'one', '[1]'), (2, '', None), (3, None, '[]')]
#: prints by Spark [(1, 1.5), (3, None)]
#: prints avro and parquet agree True
#: prints csv and text agree True
#: prints refused: Invalid digit, Value 'a', Pos 0, Type: Integer; rows before 3, after 3
#: prints there already: already exists
#: prints by the address alone 3
# Rows go to a cluster by COPY and come back by UNLOAD, in each format and by each call.
import sys

import boto3
from awsglue.context import GlueContext
from awsglue.dynamicframe import DynamicFrame
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

temporary = getResolvedOptions(sys.argv, ["TempDir"])["TempDir"]
role = "arn:aws:iam::000000000000:role/redshift"
password = "Secret-2026"
cluster = "glue-warehouse"
source = "io.github.spark_redshift_community.spark.redshift"

redshift = boto3.client("redshift")
redshift.create_cluster(
    ClusterIdentifier=cluster,
    NodeType="dc2.large",
    ClusterType="single-node",
    MasterUsername="admin",
    MasterUserPassword=password,
    DBName="dev",
    IamRoles=[role],
)
redshift.get_waiter("cluster_available").wait(
    ClusterIdentifier=cluster, WaiterConfig={"Delay": 1, "MaxAttempts": 60}
)
endpoint = redshift.describe_clusters(ClusterIdentifier=cluster)["Clusters"][0]["Endpoint"]
url = f"jdbc:redshift://{endpoint['Address']}:{endpoint['Port']}/dev"
boto3.client("glue").create_connection(
    ConnectionInput={
        "Name": cluster,
        "ConnectionType": "JDBC",
        "ConnectionProperties": {"JDBC_CONNECTION_URL": url, "USERNAME": "admin", "PASSWORD": password},
    }
)

glue = GlueContext(SparkContext.getOrCreate())
spark = glue.spark_session
connected = {"connectionName": cluster, "useConnectionProperties": "true", "aws_iam_role": role}
direct = {"url": url, "user": "admin", "password": password, "aws_iam_role": role, "tempdir": temporary}


def frame(rows, schema):
    return DynamicFrame.fromDF(spark.createDataFrame(rows, schema), glue, "rows")


def read(**options):
    return spark.read.format(source).options(**direct, **options).load()


def write(rows, mode, **options):
    rows.write.format(source).options(**direct, **options).mode(mode).save()


rows = frame([(1, "one", [1]), (2, "", None), (3, None, [])], "id int, Name string, list array<int>")
glue.write_dynamic_frame.from_jdbc_conf(
    frame=rows,
    catalog_connection=cluster,
    connection_options={
        "dbtable": "shop.orders",
        "database": "dev",
        "aws_iam_role": role,
        "preactions": "CREATE SCHEMA shop; CREATE TABLE shop.orders (id BIGINT, name VARCHAR(20), list SUPER)",
        "postactions": "CREATE TABLE shop.loads (name VARCHAR(50)); INSERT INTO shop.loads VALUES ('%s')",
    },
    redshift_tmp_dir=temporary,
)
back = glue.create_dynamic_frame.from_options(
    "redshift", {**connected, "dbtable": "shop.orders", "redshiftTmpDir": temporary}
)
print("by a connection", [tuple(row) for row in back.toDF().orderBy("id").collect()])
assert [row.name for row in read(dbtable="shop.loads").collect()] == ["shop.orders"]

numbers = spark.createDataFrame([(1, 1.5), (2, 2.5), (3, None)], "id int, x double")
write(numbers, "overwrite", dbtable="numbers")
chosen = read(dbtable="numbers").filter("id <> 2 and (x is null or x < 2)").orderBy("id")
print("by Spark", [tuple(row) for row in chosen.collect()])
assert read(query="SELECT sum(x) AS s FROM numbers;").collect()[0].s == 4.0
assert read(dbtable="numbers").filter("id > 3").count() == 0 and read(dbtable="numbers").count() == 3

every = spark.sql(
    """SELECT 1 AS id, 'it''s "a|b\\\\' AS text, true AS flag, CAST(1.25 AS DECIMAL(8, 2)) AS amount, DATE '2024-02-29' AS day,
    TIMESTAMP '2024-01-02 03:04:05.678901' AS at, CAST(7 AS SMALLINT) AS small, X'01FF' AS raw
    UNION ALL SELECT 2, 'line\\nbreak', false, -0.01, DATE '1999-12-31', TIMESTAMP '1999-12-31 23:59:59', -1, X'00'
    UNION ALL SELECT 3, '', null, null, null, null, null, null"""
)
expected = [tuple(row) for row in every.orderBy("id").collect()]
for staged, unloaded in ("AVRO", "PARQUET"), ("CSV", "TEXT"), ("CSV GZIP", "PARQUET"), ("PARQUET", "TEXT"):
    write(every, "overwrite", dbtable="every_type", tempformat=staged)
    found = [tuple(row) for row in read(dbtable="every_type", unload_s3_format=unloaded).orderBy("id").collect()]
    agree = found == expected
    if not agree:
        print("expected", expected, "found", found)
    print(staged.lower(), "and", unloaded.lower(), "agree", agree)

try:
    write(
        spark.createDataFrame([("a", 1.0)], "id string, x double"),
        "append",
        dbtable="numbers",
        preactions="DELETE FROM numbers",
    )
except Exception as error:
    why = str(error).split('"')[1]
    print(f"refused: {why}; rows before 3, after {read(dbtable='numbers').count()}")
try:
    write(numbers, "error", dbtable="numbers")
except Exception as error:
    print("there already:", "already exists" if "already exists" in str(error) else error)

login = {"url": url, "user": "admin", "password": password}
print("by the address alone", spark.read.format("jdbc").options(dbtable="numbers", **login).load().count())
redshift.delete_cluster(ClusterIdentifier=cluster, SkipFinalClusterSnapshot=True)
