"""How a context makes frames."""

from awsglue.data_source import DataSource
from awsglue.dynamicframe import DynamicFrame


class Reading:
    """The part of a GlueContext that reads."""

    def _source(self, connection_type, connection_options, format, format_options, transformation_ctx, predicate):
        source = self.getSource(
            connection_type,
            transformation_ctx=transformation_ctx,
            push_down_predicate=predicate,
            **connection_options or {},
        )
        if format:
            source.setFormat(format, **format_options or {})
        return source

    def _catalog_source(
        self, database, table_name, transformation_ctx, push_down_predicate, additional_options, catalog_id, kwargs
    ):
        database = database_of(database, kwargs)
        if table_name is None:
            raise Exception("Parameter table_name is missing.")
        jsource = self._jscript.getCatalogSource(
            database,
            table_name,
            transformation_ctx or "",
            push_down_predicate or "",
            self._map(additional_options),
            catalog_id or "",
        )
        return DataSource(jsource, self, table_name)

    def create_dynamic_frame_from_rdd(self, data, name, schema=None, sample_ratio=None, transformation_ctx=""):
        """Returns the frame of an RDD of rows."""
        frame = self.spark_session.createDataFrame(data, schema, sample_ratio)
        return DynamicFrame.fromDF(frame, self, name)

    def create_dynamic_frame_from_catalog(
        self,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Returns the frame of a table of the catalog."""
        options = with_folder(additional_options, redshift_tmp_dir)
        return self._catalog_source(
            database, table_name, transformation_ctx, push_down_predicate, options, catalog_id, kwargs
        ).getFrame(**kwargs)

    def create_dynamic_frame_from_options(
        self,
        connection_type,
        connection_options={},
        format=None,
        format_options={},
        transformation_ctx="",
        push_down_predicate="",
        **kwargs,
    ):
        """Returns the frame of a connection."""
        return self._source(
            connection_type, connection_options, format, format_options, transformation_ctx, push_down_predicate
        ).getFrame(**kwargs)

    def create_sample_dynamic_frame_from_catalog(
        self,
        database=None,
        table_name=None,
        num=None,
        sample_options={},
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Returns a frame of so many records of a table at most."""
        options = with_folder(additional_options, redshift_tmp_dir)
        return self._catalog_source(
            database, table_name, transformation_ctx, push_down_predicate, options, catalog_id, kwargs
        ).getSampleFrame(num, **sample_options)

    def create_sample_dynamic_frame_from_options(
        self,
        connection_type,
        connection_options={},
        num=None,
        sample_options={},
        format=None,
        format_options={},
        transformation_ctx="",
        push_down_predicate="",
        **kwargs,
    ):
        """Returns a frame of so many records of a connection at most."""
        return self._source(
            connection_type, connection_options, format, format_options, transformation_ctx, push_down_predicate
        ).getSampleFrame(num, **sample_options)

    def create_data_frame_from_catalog(
        self,
        database=None,
        table_name=None,
        redshift_tmp_dir="",
        transformation_ctx="",
        push_down_predicate="",
        additional_options={},
        catalog_id=None,
        **kwargs,
    ):
        """Returns the DataFrame of a table of the catalog."""
        options = with_folder(additional_options, redshift_tmp_dir)
        return self._catalog_source(
            database, table_name, transformation_ctx, push_down_predicate, options, catalog_id, kwargs
        ).getDataFrame()

    def create_data_frame_from_options(
        self,
        connection_type,
        connection_options={},
        format=None,
        format_options={},
        transformation_ctx="",
        push_down_predicate="",
        **kwargs,
    ):
        """Returns the DataFrame of a connection."""
        return self._source(
            connection_type, connection_options, format, format_options, transformation_ctx, push_down_predicate
        ).getDataFrame()


def database_of(database, kwargs):
    name_space = kwargs.pop("name_space", None)
    if database is not None and name_space is not None:
        raise Exception("Parameter name_space and database are both specified, choose one.")
    if database is None and name_space is None:
        raise Exception("Parameter name_space or database is missing.")
    return name_space if database is None else database


def with_folder(options, redshift_tmp_dir):
    """Returns options with the folder in S3 for the files of Redshift, where a call names it beside them."""
    return {"redshiftTmpDir": redshift_tmp_dir, **(options or {})} if redshift_tmp_dir else options
