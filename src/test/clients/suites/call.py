"""Makes one call of AWS's, unless what it makes is there already: call.py SERVICE OPERATION [NAME=VALUE…]; values are JSON."""

import json
import sys

import boto3
from botocore.exceptions import ClientError

THERE = ("AlreadyExists", "BucketAlreadyOwnedByYou", "already")

service, operation, *members = sys.argv[1:]
request = {}
for member in members:
    key, value = member.split("=", 1)
    request[key] = json.loads(value) if value[:1] in "[{\"tf0123456789" else value
try:
    getattr(boto3.client(service), operation)(**request)
except ClientError as e:
    if not any(word in str(e) for word in THERE):
        raise
