"""DataFrames to connections and tables."""

__all__ = ["DataFrameWriter"]


class DataFrameWriter:
    """The ways of DataFrames, as ``glueContext.write_data_frame`` has them."""

    def __init__(self, glue_context):
        self._glue_context = glue_context

    def from_options(
        self, frame, connection_type, connection_options={}, format=None, format_options={}, transformation_ctx=""
    ):
        """Writes a DataFrame to a connection."""
        return self._glue_context.write_data_frame_from_options(
            frame, connection_type, connection_options, format, format_options, transformation_ctx
        )

    def from_catalog(
        self,
        frame,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Writes a DataFrame to a table of the catalog."""
        return self._glue_context.write_data_frame_from_catalog(
            frame,
            database,
            table_name,
            redshift_tmp_dir,
            transformation_ctx,
            additional_options,
            catalog_id,
            **kwargs,
        )
