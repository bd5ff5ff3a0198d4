#: argument --job-bookmark-option job-bookmark-enable
#: state SUCCEEDED
#: prints 2 rows
import sys

from awsglue.context import GlueContext
from awsglue.job import Job
from awsglue.utils import getResolvedOptions
from pyspark.context import SparkContext

args = getResolvedOptions(sys.argv, ["JOB_NAME"])
glue = GlueContext(SparkContext.getOrCreate())
job = Job(glue)
job.init(args["JOB_NAME"], args)
rows = glue.create_dynamic_frame.from_options(
    connection_type="s3",
    connection_options={"paths": ["s3://glue-jobs/in/"]},
    format="json",
    transformation_ctx="rows",
)
print(rows.count(), "rows")
job.commit()
