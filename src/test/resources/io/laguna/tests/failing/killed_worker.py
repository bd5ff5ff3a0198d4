#: Python worker exited unexpectedly
#: A Python worker died
import os, signal
from pyspark import SparkContext

sc = SparkContext()


def die(n):
    if n == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return n


print(sc.parallelize(range(5), 1).map(die).sum())
