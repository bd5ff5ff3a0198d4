# options: --archives s3://pyspark/lib/environment.tar.gz#environment --conf spark.pyspark.python=./environment/bin/python
# prints: ['packed', 'packed'] packed
import packed_module
from pyspark.sql import SparkSession
from pyspark.sql.functions import udf

spark = SparkSession.builder.getOrCreate()


@udf("string")
def name(number):
    import packed_module

    return packed_module.NAME


print([row[0] for row in spark.range(2).select(name("id")).collect()], packed_module.NAME)
