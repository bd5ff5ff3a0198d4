#: /uncaught.py", line 9, in clean
#: raise ValueError("no rows in the raw zone")
#: ValueError: no rows in the raw zone
from pyspark.sql import SparkSession


def clean(rows):
    if not rows:
        raise ValueError("no rows in the raw zone")
    return rows


spark = SparkSession.builder.appName("uncaught").getOrCreate()
print("started")
clean([])
