# prints: [('a', 3), ('b', 1)]
from pyspark import SparkContext

sc = SparkContext(appName="words")
lines = sc.textFile("s3://pyspark/in/words.txt")
counts = lines.flatMap(lambda line: line.split()).map(lambda word: (word, 1)).reduceByKey(lambda a, b: a + b)
print(sorted(counts.collect()))
