#: Py4JJavaError: An error occurred while calling
#: UnknownStoreException: `s3://no-such-bucket-of-mine/x.txt
from pyspark import SparkContext

sc = SparkContext.getOrCreate()
print(sc.textFile("s3://no-such-bucket-of-mine/x.txt").count())
