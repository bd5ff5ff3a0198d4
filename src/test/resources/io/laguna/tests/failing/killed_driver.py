#: killed by signal 9 (KILL)
import os, signal
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
os.kill(os.getpid(), signal.SIGKILL)
