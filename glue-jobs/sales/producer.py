"""Puts what a producer sends into S3: the function that the producer of sales calls, once for each file."""

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    body = event["body"].encode()
    s3.put_object(Bucket=event["bucket"], Key=event["key"], Body=body)
    return {"location": f"s3://{event['bucket']}/{event['key']}", "bytes": len(body)}
