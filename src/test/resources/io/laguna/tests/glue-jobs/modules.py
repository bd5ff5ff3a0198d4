#: argument --additional-python-modules s3://glue-jobs/lib/metres-1.0-py3-none-any.whl
#: state SUCCEEDED
#: prints metre metre
import metres
from pyspark.context import SparkContext


def name(n):
    import metres

    return metres.NAME


print(metres.NAME, SparkContext.getOrCreate().parallelize([1]).map(name).first())
