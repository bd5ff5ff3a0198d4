"""What a script of a Glue job imports: frames, transforms, arguments, the context and the job."""


def __getattr__(name):
    # A script of the Python shell asks for its arguments alone: it has no use for PySpark.
    if name == "DynamicFrame":
        from awsglue.dynamicframe import DynamicFrame

        return DynamicFrame
    raise AttributeError(f"module 'awsglue' has no attribute '{name}'")
