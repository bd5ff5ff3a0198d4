#: import geopandas
#: ModuleNotFoundError: No module named 'geopandas'
#: pip install geopandas
from pyspark.sql import SparkSession
import geopandas
