"""s3fs, which pandas and Dask use: folders, tags, recursive copies, and what its caches make of them."""

import tempfile
from pathlib import Path

import s3fs

from checks import run, same


def checks(bucket):
    fs = s3fs.S3FileSystem()
    fs.mkdir(f"{bucket}/folder")
    fs.touch(f"{bucket}/folder/empty")
    same("touch makes an empty object", fs.info(f"{bucket}/folder/empty")["size"], 0)
    fs.pipe(f"{bucket}/folder/año/a b+c%41.txt", b"text")
    same("an odd key is read", fs.cat(f"{bucket}/folder/año/a b+c%41.txt"), b"text")
    same("ls", fs.ls(f"{bucket}/folder", refresh=True), [f"{bucket}/folder/año", f"{bucket}/folder/empty"])
    same("isdir", fs.isdir(f"{bucket}/folder/año"), True)
    same("find", fs.find(bucket), [f"{bucket}/folder/año/a b+c%41.txt", f"{bucket}/folder/empty"])
    same("glob", fs.glob(f"{bucket}/**/*.txt"), [f"{bucket}/folder/año/a b+c%41.txt"])
    fs.put_tags(f"{bucket}/folder/empty", {"a b": "c+d"})
    same("tags", fs.get_tags(f"{bucket}/folder/empty"), {"a b": "c+d"})
    fs.setxattr(f"{bucket}/folder/empty", owner="me")
    same("metadata", fs.getxattr(f"{bucket}/folder/empty", "owner"), "me")
    same("tags after metadata", fs.get_tags(f"{bucket}/folder/empty"), {"a b": "c+d"})
    large(fs, bucket)
    recursive(fs, bucket)
    fs.mv(f"{bucket}/up/one", f"{bucket}/moved")
    same("mv leaves nothing", fs.exists(f"{bucket}/up/one"), False)
    same("mv", fs.cat(f"{bucket}/moved"), b"1")
    fs.rm(bucket, recursive=True)
    same("rm of the bucket", fs.exists(bucket), False)
    fs.mkdir(bucket)


def large(fs, bucket):
    content = bytes(range(256)) * 50_000
    with fs.open(f"{bucket}/large", "wb", block_size=5 << 20) as file:
        file.write(content)
    same("a file of several parts", fs.cat(f"{bucket}/large") == content, True)
    with fs.open(f"{bucket}/large", "rb", block_size=1 << 20) as file:
        file.seek(-10, 2)
        same("its end", file.read(), content[-10:])
    with fs.open(f"{bucket}/large", "ab") as file:
        file.write(b"more")
    same("an append", fs.info(f"{bucket}/large", refresh=True)["size"], len(content) + 4)
    fs.merge(f"{bucket}/merged", [f"{bucket}/large", f"{bucket}/large"])
    same("a merge", fs.info(f"{bucket}/merged", refresh=True)["size"], 2 * len(content) + 8)


def recursive(fs, bucket):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "source")
        (source / "deep/er").mkdir(parents=True)
        (source / "one").write_bytes(b"1")
        (source / "deep/er/two").write_bytes(b"22")
        fs.put(f"{source}/", f"{bucket}/up/", recursive=True)
        fs.get(f"{bucket}/up/", f"{folder}/down/", recursive=True)
        files = {path.relative_to(f"{folder}/down").as_posix() for path in Path(folder, "down").rglob("*")}
        same("put and get of a folder", files, {"one", "deep", "deep/er", "deep/er/two"})


run(checks)
