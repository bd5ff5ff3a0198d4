#: state SUCCEEDED
#: prints user covid_reader
#: prints by its connection 33
#: prints by its crawled table 33
import time

import boto3
from awsglue.context import GlueContext
from pyspark.context import SparkContext

glue = GlueContext(SparkContext.getOrCreate())
print("user", glue.extract_jdbc_conf("glue-jobs")["user"])

rows = glue.create_dynamic_frame.from_options(
    "mysql",
    connection_options={
        "useConnectionProperties": "true",
        "connectionName": "glue-jobs",
        "dbtable": "department",
    },
)
print("by its connection", rows.count())

client = boto3.client("glue")
client.create_crawler(
    Name="glue-jobs",
    Role="role",
    DatabaseName="glue_jobs_source",
    Targets={"JdbcTargets": [{"ConnectionName": "glue-jobs", "Path": "covid/department"}]},
)
client.start_crawler(Name="glue-jobs")
while client.get_crawler(Name="glue-jobs")["Crawler"]["State"] != "READY":
    time.sleep(0.2)
table = glue.create_dynamic_frame.from_catalog(
    database="glue_jobs_source", table_name="covid_department"
)
print("by its crawled table", table.count())
