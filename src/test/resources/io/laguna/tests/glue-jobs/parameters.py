#: argument --extra-py-files s3://glue-jobs/lib/colours.py,s3://glue-jobs/lib/shapes.zip
#: argument --extra-files s3://glue-jobs/lib/settings.json
#: argument --conf spark.sql.shuffle.partitions=3 --conf spark.app.mine=a b
#: argument --customer-driver-env-vars CUSTOMER_TEAM=data,CUSTOMER_STAGE="test"
#: argument --customer-executor-env-vars CUSTOMER_NODE=7
#: version 4.0
#: state SUCCEEDED
#: prints red square {"a": 1} 3 a b data test 7
#: log Glue 4.0 has Spark 3.3.0 and Python 3.10 on AWS; this run has Spark 3.5.5 and Python 3.11.
import os

import colours
from pyspark.sql import SparkSession
from shapes.flat import shape

spark = SparkSession.builder.getOrCreate()
conf = spark.conf
node = spark.sparkContext.parallelize([1]).map(lambda n: os.environ["CUSTOMER_NODE"]).first()
print(
    colours.colour(),
    shape(),
    open("settings.json").read(),
    conf.get("spark.sql.shuffle.partitions"),
    conf.get("spark.app.mine"),
    os.environ["CUSTOMER_TEAM"],
    os.environ["CUSTOMER_STAGE"],
    node,
)
