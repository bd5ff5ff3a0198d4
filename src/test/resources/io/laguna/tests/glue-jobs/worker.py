#: state FAILED
#: message Error Category: UNCLASSIFIED_ERROR; Failed Line Number: 7; ZeroDivisionError: integer division or modulo by zero
from pyspark.context import SparkContext


def share(n):
    return 1 // n


SparkContext.getOrCreate().parallelize([0]).map(share).collect()
