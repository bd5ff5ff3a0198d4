"""What a script of a Glue job imports: frames, transforms, arguments, the context and the job."""

from importlib.util import find_spec as _find_spec

# What `from awsglue import *` brings.
__all__ = ["DynamicFrame"] if _find_spec("pyspark") else []


def __getattr__(name):
    # A script of the Python shell asks for its arguments alone: it has no use for PySpark.
    if name == "DynamicFrame":
        from awsglue.dynamicframe import DynamicFrame

        return DynamicFrame
    raise AttributeError(f"module 'awsglue' has no attribute '{name}'")
