"""DuckDB, with httpfs from its Python package: partitioned Parquet written and read."""

import duckdb
import duckdb_extensions

from checks import HOST, run, same


def checks(bucket):
    db = duckdb.connect()
    duckdb_extensions.import_extension("httpfs", con=db)
    db.execute(f"""CREATE SECRET (TYPE s3, KEY_ID 'test', SECRET 'test', REGION 'us-east-1', ENDPOINT '{HOST}',
        URL_STYLE 'path', USE_SSL false)""")
    table = f"s3://{bucket}/table"
    db.execute(f"""COPY (SELECT range AS n, range % 3 AS rest, 'a b/' || range % 2 AS text FROM range(100000))
        TO '{table}' (FORMAT parquet, PARTITION_BY (rest, text))""")
    query = f"SELECT count(*), sum(n), count(DISTINCT text) FROM read_parquet('{table}/**/*.parquet', hive_partitioning=true)"
    same("partitions", db.execute(query).fetchall(), [(100000, 4999950000, 2)])
    same("one partition", db.execute(query + " WHERE rest = 1").fetchall(), [(33333, 1666616667, 2)])
    same("glob", len(db.execute(f"SELECT file FROM glob('{table}/rest=1/**')").fetchall()), 2)
    db.execute(f"COPY (SELECT repeat('x', 100) || range AS line FROM range(300000)) TO 's3://{bucket}/large.csv'")
    same("a CSV of several parts", db.execute(f"SELECT count(*) FROM 's3://{bucket}/large.csv'").fetchall(), [(300000,)])


run(checks)
