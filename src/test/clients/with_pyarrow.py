"""PyArrow, whose client of S3 is the SDK for C++: a partitioned dataset, folders, streams."""

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from pyarrow import fs

from checks import HOST, run, same


def checks(bucket):
    s3 = fs.S3FileSystem(
        access_key="test", secret_key="test", region="us-east-1", scheme="http", endpoint_override=HOST)
    table = pa.table({"n": range(10000), "k": [f"a/{n % 5}=ñ" for n in range(10000)]})
    ds.write_dataset(table, f"{bucket}/table", filesystem=s3, format="parquet", partitioning=["k"],
                     partitioning_flavor="hive")
    found = ds.dataset(f"{bucket}/table", filesystem=s3, partitioning="hive")
    same("partitions", found.count_rows(filter=ds.field("k") == "a/3=ñ"), 2000)
    ds.write_dataset(table.slice(0, 5), f"{bucket}/table", filesystem=s3, format="parquet", partitioning=["k"],
                     partitioning_flavor="hive", existing_data_behavior="delete_matching")
    same("partitions in place of others", ds.dataset(f"{bucket}/table", filesystem=s3, partitioning="hive").count_rows(), 5)
    s3.create_dir(f"{bucket}/made/deep")
    kinds = {info.path: info.type for info in s3.get_file_info(fs.FileSelector(f"{bucket}/made", recursive=True))}
    same("create_dir", kinds, {f"{bucket}/made/deep": fs.FileType.Directory})
    s3.delete_dir(f"{bucket}/table")
    same("delete_dir", s3.get_file_info(f"{bucket}/table").type, fs.FileType.NotFound)
    with s3.open_output_stream(f"{bucket}/stream") as stream:
        for _ in range(30):
            stream.write(b"x" * (1 << 20))
    same("a stream of several parts", s3.get_file_info(f"{bucket}/stream").size, 30 << 20)
    s3.move(f"{bucket}/stream", f"{bucket}/moved")
    with s3.open_input_file(f"{bucket}/moved") as file:
        same("a range", len(file.read_at(100, 1 << 20)), 100)
    pq.write_table(table, f"{bucket}/one.parquet", filesystem=s3)
    same("a column", pq.read_table(f"{bucket}/one.parquet", filesystem=s3, columns=["n"]).num_rows, 10000)
    s3.delete_dir_contents(bucket)
    same("an empty bucket", s3.get_file_info(fs.FileSelector(bucket)), [])


run(checks)
