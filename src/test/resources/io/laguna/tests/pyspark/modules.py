# options: --py-files s3://pyspark/lib/shapes.zip,s3://pyspark/lib/colours.py,s3://pyspark/lib/metres-1.0-py3-none-any.whl,s3://pyspark/lib/eggs-1.0-py3.11.egg --files s3://pyspark/in/words.txt#names
# prints: [('square', 'red', 'metre', 'egg'), ('square', 'red', 'metre', 'egg')] a b a a metre
from pyspark.sql import SparkSession

import eggs
import metres
from colours import colour
from shapes.flat import shape

spark = SparkSession.builder.getOrCreate()
print(spark.sparkContext.parallelize(range(2)).map(lambda each: (shape(), colour(), metres.NAME, eggs.NAME)).collect(), open("names").read().strip(), metres.NAME)
