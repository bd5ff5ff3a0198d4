"""A Python shell job in a workflow: it puts the reason of each job that has failed into the run's properties."""

import sys

import boto3
from awsglue.utils import getResolvedOptions

args = getResolvedOptions(sys.argv, ["WORKFLOW_NAME", "WORKFLOW_RUN_ID"])
run = {"Name": args["WORKFLOW_NAME"], "RunId": args["WORKFLOW_RUN_ID"]}
glue = boto3.client("glue")
nodes = glue.get_workflow_run(**run, IncludeGraph=True)["Run"]["Graph"]["Nodes"]
jobs = [job for node in nodes for job in node.get("JobDetails", {}).get("JobRuns", [])]
failed = [f"{job['JobName']}: {job['ErrorMessage']}" for job in jobs if job["JobRunState"] == "FAILED"]
glue.put_workflow_run_properties(**run, RunProperties={"alarm": "; ".join(failed)})
