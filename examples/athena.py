#!/usr/bin/env python3
"""Amazon Athena from Python, in the way of PyAthena: start, poll, read the CSV in S3, give values their types.

Needs boto3 and the lake (./laguna up); `eval "$(./laguna env)"` first.
"""

import csv
import datetime
import decimal
import io
import os
import time
import urllib.parse

import boto3

BUCKET = "athena-python"

CONVERTERS = {
    "boolean": lambda text: text == "true",
    "tinyint": int,
    "smallint": int,
    "integer": int,
    "bigint": int,
    "float": float,
    "double": float,
    "decimal": decimal.Decimal,
    "date": datetime.date.fromisoformat,
    "timestamp": datetime.datetime.fromisoformat,
    "varbinary": bytes.fromhex,
}


class Cursor:
    """The rows of one query at a time."""

    def __init__(self, endpoint):
        options = {"endpoint_url": endpoint, "region_name": os.environ.get("AWS_DEFAULT_REGION", "us-east-1")}
        self.athena = boto3.client("athena", **options)
        self.s3 = boto3.client("s3", **options)

    def execute(self, sql, *parameters):
        given = {"ExecutionParameters": list(parameters)} if parameters else {}
        query = self.athena.start_query_execution(
            QueryString=sql,
            QueryExecutionContext={"Database": "default"},
            ResultConfiguration={"OutputLocation": f"s3://{BUCKET}/"},
            **given,
        )["QueryExecutionId"]
        while True:
            execution = self.athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]
            state = execution["Status"]["State"]
            if state == "SUCCEEDED":
                return self._rows(query, execution["ResultConfiguration"]["OutputLocation"])
            if state in ("FAILED", "CANCELLED"):
                raise RuntimeError(execution["Status"]["StateChangeReason"])
            time.sleep(0.2)

    def _rows(self, query, location):
        if not location.endswith(".csv"):
            return []
        page = self.athena.get_query_results(QueryExecutionId=query, MaxResults=1)
        types = [column["Type"] for column in page["ResultSet"]["ResultSetMetadata"]["ColumnInfo"]]
        place = urllib.parse.urlparse(location)
        body = self.s3.get_object(Bucket=place.netloc, Key=place.path.lstrip("/"))["Body"].read().decode()
        rows = list(csv.reader(io.StringIO(body)))[1:]
        return [tuple(self._value(kind, text) for kind, text in zip(types, row)) for row in rows]

    @staticmethod
    def _value(kind, text):
        # Python's csv does not tell null from the empty text; only texts may be empty.
        return CONVERTERS.get(kind, str)(text) if text or kind == "varchar" else None


def main():
    cursor = Cursor(os.environ["AWS_ENDPOINT_URL"])
    cursor.s3.create_bucket(Bucket=BUCKET)
    cursor.execute(
        f"CREATE TABLE python_types WITH (format = 'PARQUET', external_location = 's3://{BUCKET}/types/') AS "
        "SELECT 1 i, BIGINT '2' b, 1.5e0 d, DECIMAL '1.20' c, true o, 'it''s \"so\"' v, DATE '2026-01-02' dt, "
        "TIMESTAMP '2026-01-02 03:04:05.678' ts, X'6566' x UNION ALL "
        "SELECT 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL"
    )
    for row in cursor.execute("SELECT * FROM python_types ORDER BY i"):
        print(row)
    print(cursor.execute("SELECT count(*) FROM python_types WHERE v = ?", "'it''s \"so\"'"))
    try:
        cursor.execute("SELECT nothing FROM python_types")
    except RuntimeError as error:
        print(error)
    cursor.execute("DROP TABLE python_types")


if __name__ == "__main__":
    main()
