# options: --py-files s3://pyspark/lib/shapes.zip,s3://pyspark/lib/colours.py --files s3://pyspark/in/words.txt#names
# prints: [('square', 'red'), ('square', 'red')] a b a a
from pyspark.sql import SparkSession

from colours import colour
from shapes.flat import shape

spark = SparkSession.builder.getOrCreate()
print(spark.sparkContext.parallelize(range(2)).map(lambda each: (shape(), colour())).collect(), open("names").read().strip())
