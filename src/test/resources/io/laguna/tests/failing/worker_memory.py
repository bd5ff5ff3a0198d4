#: /worker_memory.py", line 9, in much
#: MemoryError
from pyspark import SparkContext

sc = SparkContext()


def much(n):
    raise MemoryError()


print(sc.parallelize(range(5), 1).map(much).sum())
