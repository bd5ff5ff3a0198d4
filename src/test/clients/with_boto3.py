"""boto3: odd keys, conditions, checksums, versions, keys of the customer's own."""

import os
import random

from checks import client, refused, run, same

KEYS = [
    "a", "a/b", "a/b/", "a//b", "/x", "//", "/", ".", "..", "../up", "a/../b", "./a", "%", "%41", "%2F", "%~", "%=a", "a b",
    "a+b", " ", " lead", "trail ", "a?b=c&d", "a#b", "ñ", "n\u0303", "\u212b", "\u00c5", "😀", "\uff5e", "\u200b",
    "\u202eabc", "a\tb", "a\nb", "a\rb", "\x7f", "<&>\"'", "]]>", "*", "a\\b", "C:\\x", "~", "~/x", "-rf", "x" * 300,
    "ñ" * 500, "/".join("d" * 100), "con", ".laguna", ".laguna/x", "dt=1%3A2/part", "a;b", "a,b", "a|b", "{a}", "[a]", "`$(x)`",
]


def checks(bucket):
    s3 = client()
    odd_keys(s3, bucket)
    conditions(s3, bucket)
    multipart(s3, bucket)
    customer_keys(s3, bucket)
    versions(s3, bucket)


def odd_keys(s3, bucket):
    order = KEYS[:]
    random.Random(7).shuffle(order)
    for key in order:
        s3.put_object(Bucket=bucket, Key=key, Body=repr(key).encode(), Metadata={"of": "x" + key.encode().hex()[:1500]})
    for key in KEYS:
        answer = s3.get_object(Bucket=bucket, Key=key)
        if answer["Body"].read() != repr(key).encode() or answer["Metadata"]["of"] != "x" + key.encode().hex()[:1500]:
            same(f"object {key!r}", "another", repr(key))
    wanted = sorted(KEYS, key=str.encode)
    for size in (1000, 7, 1):
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, PaginationConfig={"PageSize": size})
        same(f"odd keys, {size} a page", [e["Key"] for page in pages for e in page.get("Contents", [])], wanted)
    copied = []
    for key in KEYS:
        s3.copy_object(Bucket=bucket, Key="copy/" + key if len(key) < 300 else key, CopySource={"Bucket": bucket, "Key": key},
                       MetadataDirective="REPLACE")
        copied.append(s3.head_object(Bucket=bucket, Key="copy/" + key if len(key) < 300 else key)["ContentLength"])
    same("copies of odd keys", copied, [len(repr(key).encode()) for key in KEYS])
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        gone = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": e["Key"]} for e in page["Contents"]]})
        same("odd keys deleted", gone.get("Errors", []), [])
    same("none is left", s3.list_objects_v2(Bucket=bucket)["KeyCount"], 0)


def conditions(s3, bucket):
    s3.put_object(Bucket=bucket, Key="once", Body=b"1", IfNoneMatch="*")
    refused("a second one", "PreconditionFailed", s3.put_object, Bucket=bucket, Key="once", Body=b"2", IfNoneMatch="*")
    refused("another ETag", "PreconditionFailed", s3.put_object, Bucket=bucket, Key="once", Body=b"2", IfMatch='"0"')
    refused("a range behind the end", "InvalidRange", s3.get_object, Bucket=bucket, Key="once", Range="bytes=1-")
    same("the first stays", s3.get_object(Bucket=bucket, Key="once")["Body"].read(), b"1")


def multipart(s3, bucket):
    part = os.urandom(5 << 20)
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        upload = s3.create_multipart_upload(Bucket=bucket, Key="parts", ChecksumAlgorithm=algorithm)["UploadId"]
        done = [s3.upload_part(Bucket=bucket, Key="parts", UploadId=upload, PartNumber=n, Body=body,
                               ChecksumAlgorithm=algorithm) for n, body in ((1, part), (2, b"end"))]
        name = "Checksum" + algorithm
        s3.complete_multipart_upload(Bucket=bucket, Key="parts", UploadId=upload, MultipartUpload={
            "Parts": [{"PartNumber": n, "ETag": p["ETag"], name: p[name]} for n, p in enumerate(done, 1)]})
        head = s3.head_object(Bucket=bucket, Key="parts", ChecksumMode="ENABLED")
        same(f"{algorithm} of parts", head[name].endswith("-2"), True)
        same("the second part", s3.get_object(Bucket=bucket, Key="parts", PartNumber=2)["Body"].read(), b"end")
    upload = s3.create_multipart_upload(Bucket=bucket, Key="aborted")["UploadId"]
    s3.upload_part(Bucket=bucket, Key="aborted", UploadId=upload, PartNumber=1, Body=b"")
    s3.abort_multipart_upload(Bucket=bucket, Key="aborted", UploadId=upload)
    refused("an aborted upload", "NoSuchUpload", s3.list_parts, Bucket=bucket, Key="aborted", UploadId=upload)


def customer_keys(s3, bucket):
    secret = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": os.urandom(32)}
    s3.put_object(Bucket=bucket, Key="secret", Body=b"secret", **secret)
    same("with the key", s3.get_object(Bucket=bucket, Key="secret", **secret)["Body"].read(), b"secret")
    refused("without", "InvalidRequest", s3.get_object, Bucket=bucket, Key="secret")
    refused("with another", "AccessDenied", s3.get_object, Bucket=bucket, Key="secret", SSECustomerAlgorithm="AES256",
            SSECustomerKey=os.urandom(32))


def versions(s3, bucket):
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    written = [s3.put_object(Bucket=bucket, Key="v", Body=str(n).encode())["VersionId"] for n in range(3)]
    marker = s3.delete_object(Bucket=bucket, Key="v")["VersionId"]
    listed = s3.list_object_versions(Bucket=bucket, Prefix="v")
    same("versions", [e["VersionId"] for e in listed["Versions"]], written[::-1])
    same("the marker", [e["VersionId"] for e in listed["DeleteMarkers"]], [marker])
    s3.delete_object(Bucket=bucket, Key="v", VersionId=marker)
    same("back again", s3.get_object(Bucket=bucket, Key="v")["Body"].read(), b"2")


run(checks)
