#: /pandas_udf.py", line 12, in ratio
#: ZeroDivisionError: a population of 0
import pandas as pd
from pyspark.sql import SparkSession, functions as F

spark = SparkSession.builder.getOrCreate()


@F.pandas_udf("double")
def ratio(a: pd.Series) -> pd.Series:
    if (a == 0).any():
        raise ZeroDivisionError("a population of 0")
    return 1.0 / a


spark.range(10).select(ratio("id")).write.mode("overwrite").parquet("s3://failing/out")
