#: argument --day 2021-01-01
#: argument --enable-metrics true
#: state SUCCEEDED
#: prints 2021-01-01 45
#: log --enable-metrics has no effect in Laguna
#: log Glue 5.1 has Spark 3.5.6 and Python 3.11 on AWS
import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

args = getResolvedOptions(sys.argv, ["JOB_NAME", "day"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)
print(args["day"], glue.spark_session.range(10).selectExpr("sum(id)").first()[0])
job.commit()
