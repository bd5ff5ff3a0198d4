"""Polars, whose object store is Rust's: Parquet, CSV, globs, partitions."""

import polars as pl

from checks import ENDPOINT, run, same

OPTIONS = {
    "aws_endpoint_url": ENDPOINT,
    "aws_access_key_id": "test",
    "aws_secret_access_key": "test",
    "aws_region": "us-east-1",
    "aws_allow_http": "true",
}


def checks(bucket):
    frame = pl.DataFrame({"n": range(1000), "text": [f"ñ {n % 7}" for n in range(1000)]})
    for part in range(3):
        frame.write_parquet(f"s3://{bucket}/table/part={part}/a b.parquet", storage_options=OPTIONS)
    found = pl.scan_parquet(f"s3://{bucket}/table/", storage_options=OPTIONS, hive_partitioning=True)
    same("partitions", found.filter(pl.col("part") == 1).select(pl.len()).collect().item(), 1000)
    same("a glob", pl.read_parquet(f"s3://{bucket}/table/*/*.parquet", storage_options=OPTIONS).height, 3000)
    found.sink_parquet(f"s3://{bucket}/sunk.parquet", storage_options=OPTIONS)
    same("a sink", pl.read_parquet(f"s3://{bucket}/sunk.parquet", storage_options=OPTIONS).height, 3000)
    frame.lazy().sink_csv(f"s3://{bucket}/frame.csv", storage_options=OPTIONS)
    same("CSV", pl.scan_csv(f"s3://{bucket}/frame.csv", storage_options=OPTIONS).collect().equals(frame), True)


run(checks)
