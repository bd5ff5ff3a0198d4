# prints: ['n0', 'n1', 'n2']
from pyspark.sql import SparkSession
from pyspark.sql.functions import udf

spark = SparkSession.builder.getOrCreate()


@udf(returnType="string")
def name(number):
    return f"n{number}"


print([row[0] for row in spark.range(3).select(name("id")).collect()])
