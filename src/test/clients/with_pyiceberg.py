"""pyiceberg on Glue: tables made, changed and read by it and by Athena in turn. Needs pyiceberg[glue,s3fs,pyarrow,pyiceberg-core]."""

import datetime
import os
import time
import uuid

import boto3
import pyarrow
from pyiceberg.catalog import load_catalog
from pyiceberg.exceptions import NoSuchTableError, TableAlreadyExistsError
from pyiceberg.expressions import GreaterThanOrEqual
from pyiceberg.partitioning import PartitionField, PartitionSpec
from pyiceberg.schema import Schema
from pyiceberg.transforms import DayTransform
from pyiceberg.types import DoubleType, IntegerType, LongType, NestedField, StringType, TimestampType

from checks import ENDPOINT, run, same

DATABASE = f"ice-{uuid.uuid4().hex[:8]}"
athena = boto3.client("athena")
glue = boto3.client("glue")


def query(bucket, text):
    """Returns the rows of a query of Athena's; nothing of a statement."""
    query = athena.start_query_execution(
        QueryString=text,
        QueryExecutionContext={"Database": DATABASE},
        ResultConfiguration={"OutputLocation": f"s3://{bucket}/results/"},
    )["QueryExecutionId"]
    while True:
        status = athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]
        if status["State"] not in ("QUEUED", "RUNNING"):
            break
        time.sleep(0.1)
    if status["State"] != "SUCCEEDED":
        return status["StateChangeReason"]
    rows = athena.get_query_results(QueryExecutionId=query)["ResultSet"]["Rows"]
    return [tuple(value.get("VarCharValue") for value in row["Data"]) for row in rows[1:]]


def refusal(error, call):
    """Tells whether a call fails with an error."""
    try:
        call()
    except error:
        return True
    return False


def of_pyiceberg(catalog, bucket):
    name = (DATABASE, "events-of-python")
    schema = Schema(
        NestedField(1, "id", LongType(), required=False, doc="the key"),
        NestedField(2, "name", StringType(), required=False),
        NestedField(3, "at", TimestampType(), required=False),
    )
    by_day = PartitionSpec(PartitionField(source_id=3, field_id=1000, transform=DayTransform(), name="day"))
    table = catalog.create_table(name, schema, partition_spec=by_day)
    same("create: the table is not made twice", refusal(TableAlreadyExistsError, lambda: catalog.create_table(name, schema)), True)
    same("create: it is listed", catalog.list_tables(DATABASE), [name])
    at = datetime.datetime(2026, 1, 2, 3, 4, 5)
    rows = pyarrow.table({"id": [1, 2, 3], "name": ["a", "b", "ñ"], "at": [at, at, at + datetime.timedelta(days=1)]})
    table.append(rows)
    selected = f'SELECT id, name, CAST(day("at") AS integer) FROM "{name[1]}" ORDER BY id'
    same("append: Athena reads", query(bucket, selected), [("1", "a", "2"), ("2", "b", "2"), ("3", "ñ", "3")])
    same("scan: a condition", table.scan(GreaterThanOrEqual("id", 2)).to_arrow().num_rows, 2)
    same("scan: columns of one partition", table.scan(f"at >= '{(at + datetime.timedelta(hours=22)).isoformat()}'", ("name",)).to_arrow().to_pydict(), {"name": ["ñ"]})

    table.delete("id = 2")
    same("delete: Athena reads", query(bucket, f'SELECT id FROM "{name[1]}" ORDER BY id'), [("1",), ("3",)])
    table.overwrite(rows.slice(0, 1), "id = 1")
    same("overwrite: Athena reads", query(bucket, f'SELECT count(*) FROM "{name[1]}"'), [("2",)])
    with table.update_schema() as change:
        change.add_column("price", DoubleType(), "what it costs").rename_column("name", "title")
    same("schema: Athena describes it", query(bucket, f"DESCRIBE `{name[1]}`")[1:5], [
        ("id\tbigint\tthe key",), ("title\tstring\t",), ("at\ttimestamp\t",), ("price\tdouble\twhat it costs",)])
    with table.update_spec() as change:
        change.add_identity("title")
    table.append(pyarrow.table({"id": [9], "title": ["z"], "at": [at], "price": [1.5]}))
    same("spec: Athena reads both", query(bucket, f'SELECT title, price FROM "{name[1]}" ORDER BY id'), [("a", None), ("ñ", None), ("z", "1.5")])
    same("snapshots: an earlier one", table.scan(snapshot_id=table.snapshots()[0].snapshot_id).to_arrow().num_rows, 3)

    stale = catalog.load_table(name)
    query(bucket, f"INSERT INTO \"{name[1]}\" VALUES (10, 'y', TIMESTAMP '2026-02-03 04:05:06', 2.5)")
    stale.delete("id = 9")
    same("commit: a stale table's is made again", sorted(catalog.load_table(name).scan().to_arrow()["title"].to_pylist()), ["a", "y", "ñ"])
    catalog.rename_table(name, (DATABASE, "renamed"))
    same("rename: Athena reads", query(bucket, "SELECT count(*) FROM renamed"), [("3",)])
    catalog.drop_table((DATABASE, "renamed"))
    same("drop: it is gone", refusal(NoSuchTableError, lambda: catalog.load_table((DATABASE, "renamed"))), True)


def of_athena(catalog, bucket):
    name = (DATABASE, "of_athena")
    query(bucket, f"""CREATE TABLE of_athena (id int COMMENT 'the key', name string, day date) PARTITIONED BY (month(day))
        LOCATION 's3://{bucket}/of_athena/' TBLPROPERTIES ('table_type' = 'ICEBERG')""")
    # Names that differ are no dictionary: the writer encodes them one by one.
    query(bucket, """INSERT INTO of_athena SELECT n, 'name ' || to_base64(sha256(to_utf8(CAST(n AS varchar)))), date_add('day', n % 28, DATE '2026-01-01')
        FROM UNNEST(sequence(1, 9000)) t(n)""")
    table = catalog.load_table(name)
    same("create by Athena: comments", table.schema().find_field("id").doc, "the key")
    same("create by Athena: partitions", str(table.spec().fields[0].transform), "month")
    columns = glue.get_table(DatabaseName=DATABASE, Name="of_athena")["Table"]["StorageDescriptor"]["Columns"]
    same("create by Athena: Glue's columns", [(each["Name"], each["Type"]) for each in columns], [("id", "int"), ("name", "string"), ("day", "date")])
    files = [task.file.file_path for task in table.scan().plan_files()]
    encodings = {
        encoding
        for file in files
        for encoding in pyarrow.parquet.ParquetFile(table.io.new_input(file).open()).metadata.row_group(0).column(1).encodings
    }
    same("insert by Athena: texts as older readers take them", {each for each in encodings if each.startswith("DELTA")}, set())
    same("insert by Athena: pyiceberg reads", len(set(table.scan().to_arrow()["name"].to_pylist())), 9000)
    query(bucket, "DELETE FROM of_athena WHERE id % 2 = 0")
    query(bucket, "UPDATE of_athena SET name = 'one' WHERE id = 1")
    table = catalog.load_table(name)
    same("delete by Athena: pyiceberg reads", table.scan().to_arrow().num_rows, 4500)
    same("update by Athena: pyiceberg reads", table.scan("id = 1").to_arrow()["name"].to_pylist(), ["one"])
    table.delete("id > 100")
    same("delete by pyiceberg after it: Athena reads", query(bucket, "SELECT count(*) FROM of_athena"), [("50",)])
    query(bucket, "ALTER TABLE of_athena ADD COLUMNS (extra struct<x: int, y: array<string>> COMMENT 'new')")
    query(bucket, "ALTER TABLE of_athena CHANGE COLUMN id key bigint")
    table = catalog.load_table(name)
    same("schema by Athena: pyiceberg reads", [field.name for field in table.schema().fields], ["key", "name", "day", "extra"])
    same("schema by Athena: a wider type", table.schema().find_field("key").field_type, LongType())
    same("schema by Athena: members", table.schema().find_field("extra.x").field_type, IntegerType())
    query(bucket, "OPTIMIZE of_athena REWRITE DATA USING BIN_PACK")
    same("optimize by Athena: pyiceberg reads", catalog.load_table(name).scan().to_arrow().num_rows, 50)
    query(bucket, "DROP TABLE of_athena")
    same("drop by Athena: it is gone", refusal(NoSuchTableError, lambda: catalog.load_table(name)), True)


def checks(bucket):
    catalog = load_catalog(
        "glue",
        **{
            "type": "glue",
            "glue.endpoint": ENDPOINT,
            "s3.endpoint": ENDPOINT,
            "s3.access-key-id": os.environ["AWS_ACCESS_KEY_ID"],
            "s3.secret-access-key": os.environ["AWS_SECRET_ACCESS_KEY"],
            "warehouse": f"s3://{bucket}/warehouse",
        },
    )
    catalog.create_namespace(DATABASE)
    try:
        of_pyiceberg(catalog, bucket)
        of_athena(catalog, bucket)
    finally:
        for table in glue.get_tables(DatabaseName=DATABASE)["TableList"]:
            glue.delete_table(DatabaseName=DATABASE, Name=table["Name"])
        catalog.drop_namespace(DATABASE)


run(checks)
