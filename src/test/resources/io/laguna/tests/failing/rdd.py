#: /rdd.py", line 7, in <lambda>
#: ValueError: invalid literal for int() with base 10: 'x'
from pyspark import SparkContext

sc = SparkContext()
words = sc.parallelize(["1", "2", "x"], 2)
print(words.map(lambda w: 10 / int(w)).sum())
