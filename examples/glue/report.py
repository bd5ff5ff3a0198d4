"""A Python shell job in a workflow: it counts the files in the bucket that the run's properties name, and fails on none."""

import sys

import boto3
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["WORKFLOW_NAME", "WORKFLOW_RUN_ID"])
run = {"Name": args["WORKFLOW_NAME"], "RunId": args["WORKFLOW_RUN_ID"]}
glue = boto3.client("glue")
bucket = glue.get_workflow_run_properties(**run)["RunProperties"]["bucket"]
files = boto3.client("s3").list_objects_v2(Bucket=bucket, Prefix="sales/").get("Contents", [])
if not files:
    raise ValueError(f"There are no sales in {bucket}")
glue.put_workflow_run_properties(**run, RunProperties={"files": str(len(files))})
