# options: --conf spark.hadoop.fs.s3a.aws.credentials.provider=com.amazonaws.auth.InstanceProfileCredentialsProvider,com.amazonaws.auth.DefaultAWSCredentialsProviderChain
# prints: 1 1 1
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
hadoop = spark._jsc.hadoopConfiguration()
hadoop.set("fs.s3a.endpoint", "s3.amazonaws.com")
hadoop.set("fs.s3.impl", "org.apache.hadoop.fs.s3a.S3AFileSystem")
counts = [spark.sparkContext.textFile(f"{scheme}://pyspark/in/words.txt").count() for scheme in ("s3a", "s3", "s3n")]
print(*counts)
