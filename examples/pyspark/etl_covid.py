"""Colombia's COVID-19 cases, from the published CSV and the population in MySQL to the trusted zone.

spark-submit --jars /home/hadoop/mysql-connector-java-8.0.33.jar s3://code/etl_covid.py \
    --raw s3://raw/covid/cases/ --trusted s3://trusted/cases/ --source jdbc:mysql://host:3306/covid \
    --user covid_reader --password-file s3://code/source/password

Reads any header under which the dataset gt2j-8ykr was published. A later file wins over an earlier one, case by case.
"""

import argparse
import csv
import functools
import re
import unicodedata
from urllib.parse import urlparse

import boto3
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as f
from pyspark.sql.types import StringType, StructField, StructType

# The columns of all published headers, by plain names: see plain().
COLUMNS = {
    "case_id": ["ID DE CASO"],
    "report": ["FECHA REPORTE WEB"],
    "notification": ["FECHA DE NOTIFICACION", "FECHA DE NOTIFICACI N"],
    "onset": ["FECHA DE INICIO DE SINTOMAS", "FECHA INICIO SINTOMAS", "FIS"],
    "diagnosis": ["FECHA DE DIAGNOSTICO", "FECHA DIAGNOSTICO"],
    "recovery": ["FECHA DE RECUPERACION", "FECHA RECUPERADO"],
    "death": ["FECHA DE MUERTE", "FECHA MUERTE"],
    "municipality_code": ["CODIGO DIVIPOLA MUNICIPIO", "CIUDAD MUNICIPIO", "CODIGO DIVIPOLA"],
    "municipality": ["NOMBRE MUNICIPIO", "CIUDAD MUNICIPIO NOM", "CIUDAD DE UBICACION"],
    "department_code": ["CODIGO DIVIPOLA DEPARTAMENTO", "DEPARTAMENTO", "CODIGO DEPARTAMENTO"],
    "department": ["NOMBRE DEPARTAMENTO", "DEPARTAMENTO NOM", "DEPARTAMENTO O DISTRITO"],
    "age": ["EDAD"],
    "age_unit": ["UNIDAD DE MEDIDA DE EDAD", "UNIDAD MEDIDA"],
    "sex": ["SEXO"],
    "source": ["TIPO DE CONTAGIO", "FUENTE TIPO CONTAGIO", "TIPO"],
    "care": ["UBICACION DEL CASO", "UBICACION", "ATENCION"],
    "severity": ["ESTADO"],
    "recovered": ["RECUPERADO"],
}
DATES = ["report", "notification", "onset", "diagnosis", "recovery", "death"]
DATE = "|".join([
    r"^\d{4}-\d{1,2}-\d{1,2}(T\d{1,2}:\d\d:\d\d(\.\d{3})?| \d{1,2}:\d\d:\d\d)?$",
    r"^\d{1,2}/\d{1,2}/\d{4}( \d{1,2}:\d\d:\d\d)?$",
    r"^\d{4}/\d{1,2}/\d{1,2}( \d{1,2}:\d\d:\d\d)?$",
])
WORDS = {
    "care": ["Casa", "Hospital", "Hospital UCI", "Fallecido", "Recuperado"],
    "severity": ["Leve", "Moderado", "Grave", "Fallecido", "Asintomático"],
    "recovered": ["Recuperado", "Fallecido", "Activo"],
    "sex": ["F", "M"],
    "source": ["En estudio", "Relacionado", "Comunitaria", "Importado"],
}
# An unknown word in these would be a guess at a death.
STATES = ["care", "severity", "recovered"]
# Cities that releases list beside the departments, under codes of their own.
DISTRICTS = {
    "BARRANQUILLA": ("08", [9, 8001]),
    "CARTAGENA": ("13", [14, 13001]),
    "CARTAGENA DE INDIAS": ("13", []),
    "SANTA MARTA": ("47", [48, 47001]),
    "STA MARTA": ("47", []),
    "BUENAVENTURA": ("76", [76109]),
}
OTHER_NAMES = {
    "BOGOTA": "11",
    "BOGOTA DISTRITO CAPITAL": "11",
    "SANTAFE DE BOGOTA D C": "11",
    "GUAJIRA": "44",
    "NORTE SANTANDER": "54",
    "VALLE": "76",
    "SAN ANDRES": "88",
    "SAN ANDRES Y PROVIDENCIA": "88",
    "SAN ANDRES PROVIDENCIA Y SANTA CATALINA": "88",
}


def plain(text):
    """The text in upper case ASCII with single spaces: BOGOTA D C for Bogotá, D.C."""
    letters = unicodedata.normalize("NFD", text or "")
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^A-Z0-9]+", " ", letters.upper()).strip()


def number(code):
    return int(code) if re.fullmatch(r"[0-9]{1,5}", code or "") else None


def department_of(codes_by_name, municipality_code, department_code, department):
    """The two digits of the department in which a case lives, None where nothing says it."""
    known = set(codes_by_name.values())
    municipality = number(municipality_code)
    if municipality is not None and f"{municipality:05d}"[:2] in known:
        return f"{municipality:05d}"[:2]
    code = number(department_code)
    for district, own in DISTRICTS.values():
        if code in own:
            return district
    if code is not None and f"{code:02d}" in known:
        return f"{code:02d}"
    name = plain(department)
    district = re.sub(r" D [ET]\b.*$", "", name)
    if district in DISTRICTS:
        return DISTRICTS[district][0]
    return codes_by_name.get(name) or OTHER_NAMES.get(name)


def files(raw):
    """The CSV files below a prefix, in the order of their keys, each with its header."""
    s3 = boto3.client("s3")
    place = urlparse(raw)
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=place.netloc, Prefix=place.path.lstrip("/"))
    keys = sorted(entry["Key"] for page in pages for entry in page.get("Contents", []))
    for key in keys:
        if key.lower().endswith(".csv"):
            start = s3.get_object(Bucket=place.netloc, Key=key, Range="bytes=0-8191")["Body"].read()
            header = next(csv.reader([start.decode("utf-8-sig", "ignore").splitlines()[0]]))
            yield f"{place.scheme}://{place.netloc}/{key}", header


def records(spark, raw):
    """The rows of all files as text under our own names, with their order."""
    all_files = None
    for order, (path, header) in enumerate(files(raw)):
        # All columns are read: a row with more or fewer fields than the header is found out by that.
        schema = StructType([StructField(f"c{i}", StringType()) for i in range(len(header))])
        rows = (
            spark.read.schema(schema.add("malformed", StringType()))
            .option("header", True)
            .option("enforceSchema", True)
            .option("multiLine", True)
            .option("escape", '"')
            .option("columnNameOfCorruptRecord", "malformed")
            .csv(path)
        )
        names = {plain(name): f"c{i}" for i, name in enumerate(header)}
        columns = []
        for column, published in COLUMNS.items():
            found = [names[name] for name in published if name in names]
            columns.append((f.trim(f.coalesce(f.col(found[0]), f.lit(""))) if found else f.lit("")).alias(column))
        columns += [
            f.col("malformed"),
            f.lit("report" in {c for c, p in COLUMNS.items() if set(p) & set(names)}).alias("has_report"),
            f.lit(order).alias("file_order"),
            f.monotonically_increasing_id().alias("row_order"),
        ]
        rows = rows.select(*columns)
        all_files = rows if all_files is None else all_files.unionByName(rows)
    if all_files is None:
        raise SystemExit(f"There is no CSV file below {raw}")
    return all_files


def no_date(text):
    return text.rlike("^[- ]*$") | (f.upper(text) == "N/A")


def day(text):
    """The date that a text is, in any of the published forms; null where it is none."""
    date = f.split(text, "[T ]").getItem(0)
    return f.when(
        text.rlike(DATE),
        f.coalesce(f.to_date(date, "y-M-d"), f.to_date(date, "d/M/y"), f.to_date(date, "y/M/d")),
    )


def word(column):
    """The word of a column as the trusted zone spells it; null where it is none of them."""
    plain_text = f.udf(plain)(f.col(column))
    known = f.create_map(*[f.lit(text) for each in WORDS[column] for text in (plain(each), each)])
    return known[plain_text]


def clean(rows, codes_by_name):
    """The rows that can be read. The others are told apart by the column "fault"."""
    place = f.udf(functools.partial(department_of, codes_by_name))
    without_symptoms = f.udf(plain)("onset") == "ASINTOMATICO"
    rows = rows.withColumn("onset", f.when(without_symptoms, f.lit("")).otherwise(f.col("onset")))
    unreadable = functools.reduce(
        lambda one, other: one | other, [~no_date(f.col(date)) & day(f.col(date)).isNull() for date in DATES]
    )
    for date in DATES:
        rows = rows.withColumn(f"{date}_date", f.when(~no_date(f.col(date)), day(f.col(date))))
    report = f.when(f.col("has_report"), f.col("report_date")).otherwise(
        f.coalesce(f.col("diagnosis_date"), f.col("notification_date"))
    )
    unknown = functools.reduce(
        lambda one, other: one | other,
        [(f.col(state) != "") & (f.udf(plain)(state) != "N A") & word(state).isNull() for state in STATES],
    )
    years = f.when(f.col("age_unit") == "", f.lit("1")).otherwise(f.col("age_unit"))
    no_age = (f.col("age") == "") | (f.col("age") == "N/A")
    age = f.when(f.col("age").rlike("^[0-9]{1,3}$"), f.col("age").cast("int"))
    unit = f.when(years.rlike("^0{0,2}[123]$"), years.cast("int"))
    checked = (
        rows.withColumn("report_date", report)
        .withColumn("fault", f.when(unreadable, "unreadable date"))
        .withColumn("department_code", place("municipality_code", "department_code", "department"))
    )
    faults = f.coalesce(
        f.when(f.col("malformed").isNotNull(), "wrong number of fields"),
        f.when(~f.col("case_id").rlike("^[0-9]{1,18}$") | (f.col("case_id").cast("long") == 0), "invalid case id"),
        f.col("fault"),
        f.when(f.col("report_date").isNull(), "no report date"),
        f.when(~f.col("report_date").between(f.lit("2019-12-01"), f.date_add(f.current_date(), 1)), "impossible report date"),
        f.when(f.col("department_code").isNull(), "unknown department"),
        f.when(~no_age & (age.isNull() | (age > 120) | unit.isNull()), "impossible age"),
        f.when(unknown, "unknown state"),
    )
    return checked.withColumn("fault", faults).select(
        f.col("case_id").cast("long").alias("case_id"),
        *[f.col(f"{date}_date") for date in DATES],
        "department_code",
        "municipality_code",
        "municipality",
        f.when(~no_age, age).alias("age"),
        f.when(~no_age, unit).alias("age_unit"),
        f.when(~no_age, f.when(unit == 1, age).otherwise(0)).alias("age_years"),
        *[word(column).alias(column) for column in WORDS],
        "fault",
        "file_order",
        "row_order",
    )


def main():
    parser = argparse.ArgumentParser()
    for option in ["--raw", "--trusted", "--source", "--user", "--password-file"]:
        parser.add_argument(option, required=True)
    arguments = parser.parse_args()
    # Malformed rows are told by all columns, whichever are read.
    spark = (
        SparkSession.builder.appName("etl_covid")
        .config("spark.sql.csv.parser.columnPruning.enabled", False)
        .enableHiveSupport()
        .getOrCreate()
    )
    place = urlparse(arguments.password_file)
    password = boto3.client("s3").get_object(Bucket=place.netloc, Key=place.path[1:])["Body"].read().decode().strip()

    def source(query):
        return spark.read.jdbc(
            arguments.source,
            f"({query}) t",
            properties={"user": arguments.user, "password": password, "driver": "com.mysql.cj.jdbc.Driver"},
        )

    departments = source(
        "SELECT d.code AS department_code, d.name AS department, d.region, p.population"
        " FROM department d JOIN population p ON p.department_code = d.code"
        " WHERE p.year = 2020 AND p.sex = 'T' AND p.age_band = 'T'"
    ).cache()
    codes_by_name = {plain(row.department): row.department_code for row in departments.collect()}

    rows = clean(records(spark, arguments.raw), codes_by_name).cache()
    latest = Window.partitionBy("case_id").orderBy(f.desc("file_order"), f.desc("row_order"))
    cases = (
        rows.where("fault IS NULL")
        .withColumn("place", f.row_number().over(latest))
        .where("place = 1")
        .drop("place", "fault", "file_order", "row_order")
        .join(f.broadcast(departments), "department_code")
        .withColumn("report_month", f.date_format("report_date", "yyyy-MM"))
    )
    cases.repartition("report_month").write.mode("overwrite").partitionBy("report_month").parquet(arguments.trusted)

    for fault in rows.where("fault IS NOT NULL").groupBy("fault").count().orderBy("fault").collect():
        print("rejected", fault["count"], fault.fault, sep="\t")
    written = spark.read.parquet(arguments.trusted)
    counts = written.groupBy("department_code", "department", "population").count().orderBy("department_code")
    for row in counts.collect():
        print("department", row.department_code, row["count"], row.department, sep="\t")
    print("cases", written.count(), sep="\t")
    spark.stop()


if __name__ == "__main__":
    main()
