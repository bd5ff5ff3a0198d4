"""Transforms of DataFrames."""

from awsglue.dynamicframe import DynamicFrame
from awsglue.transforms import GlueTransform

__all__ = ["ApplyMapping"]


class ApplyMapping(GlueTransform):
    """Maps the columns of a DataFrame to other places, names and types."""

    def __call__(self, frame, mappings, case_sensitive=False, transformation_ctx=""):
        """Returns the DataFrame of the mapped columns."""
        return (
            DynamicFrame.fromDF(frame, frame.sparkSession)
            .apply_mapping(mappings, case_sensitive, transformation_ctx)
            .toDF()
        )
