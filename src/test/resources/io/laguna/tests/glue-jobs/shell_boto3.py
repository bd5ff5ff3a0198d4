#: command pythonshell
#: argument --extra-py-files s3://glue-jobs/lib/metres-1.0-py3-none-any.whl
#: state SUCCEEDED
#: prints metre 1
import boto3
import metres

names = [bucket["Name"] for bucket in boto3.client("s3").list_buckets()["Buckets"]]
print(metres.NAME, names.count("glue-jobs"))
