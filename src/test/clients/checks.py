"""The checks of one client: a line for each, and the reason of each that fails."""

import os
import sys
import uuid

import boto3
from botocore.config import Config

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
HOST = ENDPOINT.split("://")[1]
failed = []


def client(**config):
    """Returns a boto3 client that tries once."""
    once = Config(retries={"max_attempts": 1, "mode": "standard"}, s3={"addressing_style": "path"}, **config)
    return boto3.client("s3", config=once)


def same(what, seen, wanted):
    """Prints whether something is as it should be."""
    if seen == wanted:
        print(f"ok      {what}")
    else:
        failed.append(what)
        print(f"FAILED  {what}: saw {seen!r:.500}, should be {wanted!r:.500}")


def refused(what, wanted, call, **request):
    """Prints whether a call is refused with an error code."""
    try:
        call(**request)
        same(what, "no error", wanted)
    except client().exceptions.ClientError as e:
        same(what, e.response["Error"]["Code"], wanted)


def run(checks):
    """Runs checks with a new bucket, which goes afterwards with all that is in it."""
    s3 = client()
    bucket = f"clients-{uuid.uuid4().hex[:12]}"
    s3.create_bucket(Bucket=bucket)
    try:
        checks(bucket)
    finally:
        for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
            for each in page.get("Versions", []) + page.get("DeleteMarkers", []):
                s3.delete_object(Bucket=bucket, Key=each["Key"], VersionId=each["VersionId"])
        s3.delete_bucket(Bucket=bucket)
    sys.exit(1 if failed else 0)
