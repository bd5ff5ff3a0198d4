# prints: 4.5 <class 'pandas.core.series.Series'>
import pandas as pd
from pyspark.sql import SparkSession
from pyspark.sql.functions import pandas_udf, sum

spark = SparkSession.builder.config("spark.sql.execution.arrow.pyspark.enabled", "true").getOrCreate()


@pandas_udf("double")
def half(values: pd.Series) -> pd.Series:
    return values / 2


halves = spark.range(4).select(half("id").alias("half")).toPandas()["half"]
print(halves.sum() * 1.5, type(halves))
