"""Writes the files of this folder, with pyarrow 17 to 26 and fastavro 1.13: python3 make.py"""
import datetime
import decimal

import fastavro
import pyarrow as pa
import pyarrow.orc as orc
import pyarrow.parquet as pq

day = datetime.date(2020, 1, 15)
moment = datetime.datetime(2020, 1, 15, 3, 44, 40)


def types(rows):
    return pa.table({
        "Flag": pa.array([True] * rows),
        "small": pa.array([1] * rows, pa.int32()),
        "big": pa.array([3_000_000_000] * rows, pa.int64()),
        "ratio": pa.array([1.5] * rows, pa.float64()),
        "single": pa.array([1.5] * rows, pa.float32()),
        "name": pa.array(["x"] * rows),
        "born": pa.array([day] * rows),
        "price": pa.array([decimal.Decimal("1.25")] * rows, pa.decimal128(12, 2)),
        "micros": pa.array([moment] * rows, pa.timestamp("us")),
        "raw": pa.array([b"x"] * rows, pa.binary()),
        "list": pa.array([[1, 2]] * rows, pa.list_(pa.int32())),
        "Inner": pa.array([{"A": 1, "b": ["x"]}] * rows, pa.struct([("A", pa.int64()), ("b", pa.list_(pa.string()))])),
        "tags": pa.array([[("k", 1)]] * rows, pa.map_(pa.string(), pa.int32())),
    })


with_nanos = types(3).append_column("nanos", pa.array([0] * 3, pa.timestamp("ns")))
pq.write_table(with_nanos, "types.parquet", version="2.6")
pq.write_table(pa.table({"t": pa.array([moment])}), "int96.parquet", use_deprecated_int96_timestamps=True)
pq.write_table(pa.table({
    "i8": pa.array([1], pa.int8()), "i16": pa.array([1], pa.int16()), "u8": pa.array([1], pa.uint8()),
    "u16": pa.array([1], pa.uint16()), "u32": pa.array([1], pa.uint32()), "u64": pa.array([1], pa.uint64()),
    "millis": pa.array([moment], pa.timestamp("ms")), "time": pa.array([1], pa.time32("ms")),
}), "numbers.parquet")
pq.write_table(pa.table({"a": pa.array([1], pa.int64()), "b": pa.array(["x"])}), "two.parquet", compression="snappy")
pq.write_table(pa.table({"a": pa.array([1], pa.int64()), "b": pa.array(["x"]), "c": pa.array([1.0])}), "three.parquet",
               compression="zstd")

orc_types = pa.table({
    "id": pa.array([1, 2], pa.int64()),
    "kind": pa.array(["x", "y"]),
    "tags": pa.array([[("k", "v")]] * 2, pa.map_(pa.string(), pa.string())),
    "lat": pa.array([decimal.Decimal("1.5")] * 2, pa.decimal128(9, 7)),
    "nds": pa.array([[{"ref": 1}]] * 2, pa.list_(pa.struct([("ref", pa.int64())]))),
    "visible": pa.array([True, False]),
    "tiny": pa.array([1, 2], pa.int8()),
    "short": pa.array([1, 2], pa.int16()),
    "number": pa.array([1, 2], pa.int32()),
    "single": pa.array([1.5, 2.5], pa.float32()),
    "at": pa.array([moment] * 2, pa.timestamp("ns")),
    "born": pa.array([day] * 2),
    "raw": pa.array([b"x"] * 2, pa.binary()),
})
for compression in ("uncompressed", "zlib", "snappy", "lz4", "zstd"):
    orc.write_table(orc_types, compression + ".orc", compression=compression)

schema = {
    "type": "record", "name": "flight", "namespace": "test", "fields": [
        {"name": "yr", "type": ["null", "int"]},
        {"name": "FlightDate", "type": ["null", "string"]},
        {"name": "big", "type": "long"},
        {"name": "born", "type": {"type": "int", "logicalType": "date"}},
        {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "micros", "type": {"type": "long", "logicalType": "timestamp-micros"}},
        {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
        {"name": "kind", "type": {"type": "enum", "name": "kind", "symbols": ["A", "B"]}},
        {"name": "tags", "type": {"type": "map", "values": "double"}},
        {"name": "inner", "type": {"type": "record", "name": "inner", "fields": [
            {"name": "A", "type": {"type": "array", "items": "boolean"}}]}},
        {"name": "again", "type": ["null", "inner"]},
    ]}
record = {"yr": 2020, "FlightDate": "x", "big": 1, "born": day, "at": moment, "micros": moment,
          "price": decimal.Decimal("1.25"), "kind": "A", "tags": {"k": 1.0}, "inner": {"A": [True]}, "again": None}
for codec in ("null", "deflate"):
    with open(codec + ".avro", "wb") as file:
        fastavro.writer(file, schema, [record] * 10, codec=codec, sync_marker=b"0123456789abcdef")

strings = pa.map_(pa.string(), pa.string())
checkpoint = pa.table({
    "protocol": pa.array([{"minReaderVersion": 1}, None, None, None], pa.struct([("minReaderVersion", pa.int32())])),
    "metaData": pa.array(
        [None, {
            "id": "a",
            "schemaString": '{"fields":[{"name":"id","type":"long"},{"name":"c","type":"string"}]}',
            "partitionColumns": ["c"],
            "configuration": [("delta.checkpointInterval", "3")],
        }, None, None],
        pa.struct([("id", pa.string()), ("schemaString", pa.string()), ("partitionColumns", pa.list_(pa.string())),
                   ("configuration", strings)])),
    "add": pa.array(
        [None, None,
         {"path": "c=1/a.parquet", "partitionValues": [("c", "1")], "size": 7, "stats": "{}"},
         {"path": "b.parquet", "partitionValues": [("c", None)], "size": 7, "stats": "{}"}],
        pa.struct([("path", pa.string()), ("partitionValues", strings), ("size", pa.int64()), ("stats", pa.string())])),
    "remove": pa.array([None] * 4, pa.struct([("path", pa.string())])),
})
pq.write_table(checkpoint, "delta-checkpoint.parquet", compression="snappy")
for compression, pages in (("none", "1.0"), ("gzip", "1.0"), ("zstd", "2.0"), ("snappy", "2.0"), ("lz4", "1.0")):
    pq.write_table(checkpoint, "delta-" + compression + ".parquet", compression=compression, data_page_version=pages)
