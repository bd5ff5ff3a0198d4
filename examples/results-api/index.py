"""The results of the COVID-19 pipeline as JSON: a function that asks Athena, behind an HTTP API."""

import datetime
import json
import os
import time

import boto3

athena = boto3.client("athena")
RESULTS = os.environ["RESULTS"]
LONGEST = 1000


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


def handler(event, context):
    try:
        body = ROUTES[event["routeKey"]](event.get("pathParameters") or {}, event.get("queryStringParameters") or {})
        status = 200
    except Refused as refused:
        status, body = refused.status, {"message": str(refused)}
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def departments(path, query):
    limit, start = page(query)
    rows = ask(f"SELECT * FROM top_departments ORDER BY department_code OFFSET {start} LIMIT {limit + 1}")
    return paged(rows, limit, start)


def department(path, query):
    rows = ask("SELECT * FROM top_departments WHERE department_code = ?", code(path))
    return found(rows, path)[0]


def daily(path, query):
    limit, start = page(query)
    first, last = day(query, "from", "0001-01-01"), day(query, "to", "9999-12-31")
    if first > last:
        raise Refused(400, "from is after to")
    found(ask("SELECT department_code FROM top_departments WHERE department_code = ?", code(path)), path)
    rows = ask(
        "SELECT * FROM department_daily WHERE department_code = ? AND report_date BETWEEN CAST(? AS date)"
        f" AND CAST(? AS date) ORDER BY report_date OFFSET {start} LIMIT {limit + 1}",
        code(path), quoted(first), quoted(last))
    return paged(rows, limit, start)


def country(path, query):
    return ask("SELECT * FROM national_daily ORDER BY report_date DESC LIMIT 1")[0]


def model(path, query):
    return {"metrics": ask("SELECT * FROM recovery_model_metrics"),
            "importances": ask("SELECT * FROM recovery_model_importances")}


ROUTES = {
    "GET /departments": departments,
    "GET /departments/{code}": department,
    "GET /departments/{code}/daily": daily,
    "GET /country": country,
    "GET /model": model,
}


def code(path):
    if not path["code"].isdigit() or len(path["code"]) > 3:
        raise Refused(400, "code is the number of a department: 05")
    return quoted(path["code"].zfill(2))


def day(query, name, otherwise):
    text = query.get(name, otherwise)
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(400, f"{name} is a day: 2021-03-31")


def page(query):
    limit, start = query.get("limit", "100"), query.get("next", "0")
    if not limit.isdigit() or not 1 <= int(limit) <= LONGEST:
        raise Refused(400, f"limit is a number from 1 to {LONGEST}")
    if not start.isdigit() or len(start) > 9:
        raise Refused(400, "next is what the page before said")
    return int(limit), int(start)


def paged(rows, limit, start):
    answer = {"items": rows[:limit]}
    if len(rows) > limit:
        answer["next"] = str(start + limit)
    return answer


def found(rows, path):
    if not rows:
        raise Refused(404, f"There is no department {path['code']}")
    return rows


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def ask(sql, *parameters):
    """Returns the rows of a query; the same one again within an hour has the result that there is."""
    query = athena.start_query_execution(
        QueryString=sql,
        QueryExecutionContext={"Database": "refined"},
        ResultConfiguration={"OutputLocation": RESULTS},
        ResultReuseConfiguration={"ResultReuseByAgeConfiguration": {"Enabled": True, "MaxAgeInMinutes": 60}},
        **({"ExecutionParameters": list(parameters)} if parameters else {}),
    )["QueryExecutionId"]
    end = time.monotonic() + 22
    while time.monotonic() < end:
        status = athena.get_query_execution(QueryExecutionId=query)["QueryExecution"]["Status"]
        if status["State"] == "SUCCEEDED":
            return rows_of(query)
        if status["State"] in ("FAILED", "CANCELLED"):
            raise RuntimeError(status.get("StateChangeReason", status["State"]))
        time.sleep(0.1)
    raise Refused(503, "Athena has not answered in time. Ask again.")


def rows_of(query):
    rows, columns = [], None
    for answer in athena.get_paginator("get_query_results").paginate(QueryExecutionId=query):
        lines = [[value(cell) for cell in row["Data"]] for row in answer["ResultSet"]["Rows"]]
        if columns is None:
            columns = answer["ResultSet"]["ResultSetMetadata"]["ColumnInfo"]
            lines = lines[1:]
        rows += [{c["Name"]: typed(c["Type"], text) for c, text in zip(columns, line)} for line in lines]
    return rows


def value(cell):
    return cell.get("VarCharValue")


def typed(kind, text):
    if text is None:
        return None
    if kind in ("tinyint", "smallint", "integer", "bigint"):
        return int(text)
    if kind in ("double", "float", "real", "decimal"):
        return float(text)
    return text == "true" if kind == "boolean" else text
