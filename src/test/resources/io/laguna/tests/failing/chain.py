#: KeyError: 'department'
#: RuntimeError: the configuration has\ntwo faults
from pyspark.sql import SparkSession

spark = SparkSession.builder.getOrCreate()
try:
    {}["department"]
except KeyError as e:
    raise RuntimeError("the configuration has\ntwo faults") from e
