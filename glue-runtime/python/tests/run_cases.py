"""Runs the cases of tables over one Spark session, and writes what came out as JSON lines.

Usage: run_cases.py OUTPUT TABLE...

A case is a line ``# name``, lines of Python whose last expression is the result, a line ``=>`` and the expected text,
which this program does not read. A case that makes a frame by ``rows`` runs twice: over a DataFrame's rows, and over
records of the same schema; ``[rows]`` or ``[records]`` after the name asks for one of them.
"""

import ast
import contextlib
import datetime
import decimal
import io
import json
import pickle
import sys

from py4j.protocol import Py4JJavaError
from pyspark.sql import DataFrame, SparkSession

import awsglue.transforms
from awsglue import _jvm, _records, gluetypes
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection, DynamicRecord, ResolveOption


class Typed:
    """A value of a type that Python does not know apart from another."""

    def __init__(self, kind, value):
        self.kind = kind
        self.value = value


def long(value):
    """Returns a long, even where an int would do."""
    return Typed("long", value)


def _plain(value):
    if isinstance(value, Typed):
        return value.value
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _kinds(value):
    if isinstance(value, Typed):
        return value.kind
    if isinstance(value, dict):
        return {name: kinds for name, each in value.items() if (kinds := _kinds(each))} or ""
    if isinstance(value, list):
        return next(([kinds] for each in value if (kinds := _kinds(each))), "")
    return ""


class Cases:
    """The cases, and what their code can call."""

    def __init__(self, spark):
        self.spark = spark
        self.state = "rows"
        self.classes = _jvm.classes(spark)

    def typed(self, schema, *rows):
        """Returns a frame of a DataFrame's rows."""
        return DynamicFrame.fromDF(self.spark.createDataFrame(list(rows), schema).coalesce(1), self.spark, "t")

    def rows(self, schema, *rows):
        """Returns a frame of rows in the state that is asked for."""
        frame = self.typed(schema, *rows)
        if self.state == "rows":
            return frame
        jframes = self.classes.frame.DynamicFrame
        records = jframes.ofRecords(frame._jdf.records(), frame._jdf.schema(), _jvm.context(self.spark), "t")
        return DynamicFrame(records, self.spark, "t")

    def records(self, *records, partitions=1):
        """Returns a frame of records as they are."""
        jvm = self.spark.sparkContext._jvm
        pickles = jvm.java.util.ArrayList()
        for record in records:
            item = (_records.RECORD, *_records._fields(_plain(record)), _kinds(record))
            pickles.add(bytearray(pickle.dumps([item], 4)))
        rdd = self.spark.sparkContext._jsc.parallelize(pickles, partitions)
        stage = _jvm.stage(self.spark, "", "", 0, 0)
        empty = self.typed("a int")
        return DynamicFrame(self.classes.python.PythonFunctions.unpickled(empty._jdf, rdd, stage), self.spark, "t")

    def names(self):
        """Returns what the code of a case can name."""
        names = {name: getattr(awsglue.transforms, name) for name in awsglue.transforms.__all__}
        names.update(
            DynamicFrame=DynamicFrame,
            DynamicFrameCollection=DynamicFrameCollection,
            DynamicRecord=DynamicRecord,
            ResolveOption=ResolveOption,
            gluetypes=gluetypes,
            spark=self.spark,
            rows=self.rows,
            typed=self.typed,
            records=self.records,
            long=long,
            decimal=decimal.Decimal,
            date=datetime.date,
            datetime=datetime.datetime,
        )
        return names

    def run(self, code):
        """Returns the text of what a case comes to."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            lines = self.result(code)
        return "\n".join([f"| {line}".rstrip() for line in printed.getvalue().splitlines()] + lines)

    def result(self, code):
        """Returns the lines of the last expression's value, or of the exception."""
        body = ast.parse(code).body
        last = ast.Expression(body.pop().value)
        names = self.names()
        try:
            exec(compile(ast.Module(body, []), "case", "exec"), names)
            return shown(eval(compile(last, "case", "eval"), names))
        except Py4JJavaError as e:
            return ["! " + str(e.java_exception.toString()).splitlines()[0]]
        except BaseException as e:
            return [f"! {type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}".rstrip()]


def type_text(data_type):
    """Returns a type in one line."""
    name = data_type.typeName()
    if isinstance(data_type, gluetypes.StructType):
        return f"struct<{fields_text(data_type)}>"
    if isinstance(data_type, gluetypes.ChoiceType):
        return f"choice<{', '.join(type_text(choice) for choice in data_type.choices.values())}>"
    if isinstance(data_type, gluetypes.ArrayType):
        return f"{name}<{type_text(data_type.elementType)}>"
    if isinstance(data_type, gluetypes.MapType):
        return f"map<{type_text(data_type.valueType)}>"
    if isinstance(data_type, gluetypes.DecimalType):
        return f"decimal({data_type.precision},{data_type.scale})"
    return name


def fields_text(struct):
    """Returns the fields of a struct in one line."""
    return ", ".join(f"{field.name}: {type_text(field.dataType)}" for field in struct.fields)


def shown(value):
    """Returns the lines that show a value: rows and records in the order of their texts."""
    if isinstance(value, DynamicFrame):
        records = list(value._jdf.show(1000))
        return [fields_text(value.schema()), *sorted(records)]
    if isinstance(value, DataFrame):
        columns = ", ".join(f"{name}: {kind}" for name, kind in value.dtypes)
        return [columns, *sorted(str(tuple(row)) for row in value.collect())]
    if isinstance(value, DynamicFrameCollection):
        return [line for key in value.keys() for line in (f"{key}:", *shown(value[key]))]
    if isinstance(value, gluetypes.DataType):
        return [type_text(value)]
    return [str(value)]


def cases(table):
    """Yields the name and the code of each case."""
    name, code, reading = None, [], False
    for line in table.splitlines():
        if line.startswith("# "):
            name, code, reading = line[2:].strip(), [], True
        elif line == "=>" and reading:
            reading = False
            yield name, "\n".join(code)
        elif reading:
            code.append(line)


def states(name, code):
    """Returns the states in which a case runs."""
    if "rows(" not in code:
        return ["once"]
    return [state for state in ("rows", "records") if f"[{state}]" in name] or ["rows", "records"]


def main(output, *tables):
    spark = SparkSession.builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    runner = Cases(spark)
    with open(output, "w", encoding="utf-8") as out:
        for table in tables:
            with open(table, encoding="utf-8") as file:
                for name, code in cases(file.read()):
                    for state in states(name, code):
                        runner.state = state
                        result = {"case": name, "state": state, "text": runner.run(code)}
                        print(json.dumps(result), file=out, flush=True)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
