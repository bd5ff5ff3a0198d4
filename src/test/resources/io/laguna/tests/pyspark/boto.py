# prints: ['in/sales.csv', 'in/words.txt'] us-east-1 000000000000
import boto3

client = boto3.client("s3")
found = client.list_objects_v2(Bucket="pyspark", Prefix="in/")["Contents"]
print([each["Key"] for each in found], boto3.session.Session().region_name, boto3.client("sts").get_caller_identity()["Account"])
