#: /udf.py", line 8, in age
#: return int(text)
#: ValueError: invalid literal for int() with base 10: 'n/a'
from pyspark.sql import SparkSession, functions as F


def age(text):
    return int(text)


spark = SparkSession.builder.getOrCreate()
to_age = F.udf(age, "int")
df = spark.createDataFrame([("12",), ("n/a",)], "age string")
df.select(to_age("age")).show()
