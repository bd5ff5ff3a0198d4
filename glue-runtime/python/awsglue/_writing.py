"""How a context writes frames."""

from awsglue._reading import database_of, with_folder
from awsglue.data_sink import DataSink
from awsglue.dynamicframe import DynamicFrame, DynamicFrameCollection


class Writing:
    """The part of a GlueContext that writes."""

    def _sink(self, connection_type, connection_options, format, format_options):
        sink = self.getSink(connection_type, **connection_options or {})
        if format:
            sink.setFormat(format, **format_options or {})
        return sink

    def write_dynamic_frame_from_options(
        self, frame, connection_type, connection_options={}, format=None, format_options={}, transformation_ctx=""
    ):
        """Writes a frame to a connection and returns the frame of its errors."""
        return self.write_from_options(
            frame, connection_type, connection_options, format, format_options, transformation_ctx
        )

    def write_from_options(
        self,
        frame_or_dfc,
        connection_type,
        connection_options={},
        format=None,
        format_options={},
        transformation_ctx="",
    ):
        """Writes a frame, or every frame of a collection under its own name, and returns the errors."""
        if isinstance(frame_or_dfc, DynamicFrame):
            return self._sink(connection_type, connection_options, format, format_options).write(frame_or_dfc)
        if isinstance(frame_or_dfc, DynamicFrameCollection):
            return self._each(
                frame_or_dfc,
                connection_options,
                lambda options: self._sink(connection_type, options, format, format_options),
            )
        raise TypeError("frame_or_dfc must be DynamicFrame or DynamicFrameCollection. Got " + str(type(frame_or_dfc)))

    def _each(self, frames, options, sink):
        errors = {}
        for key in frames.keys():
            named = dict(options or {})
            if "path" in named:
                named["path"] = named["path"].rstrip("/") + "/" + key
            else:
                named["dbtable"] = key
            errors[key] = sink(named).write(frames[key])
        return DynamicFrameCollection(errors, self)

    def write_dynamic_frame_from_catalog(
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
        """Writes a frame to a table of the catalog and returns the frame of its errors."""
        options = with_folder(additional_options, redshift_tmp_dir)
        return self._catalog_sink(database, table_name, options, catalog_id, kwargs).write(frame)

    def _catalog_sink(self, database, table_name, additional_options, catalog_id, kwargs):
        database = database_of(database, kwargs)
        if table_name is None:
            raise Exception("Parameter table_name is missing.")
        jsink = self._jscript.getCatalogSink(database, table_name, self._map(additional_options), catalog_id or "")
        return DataSink(jsink, self)

    def write_dynamic_frame_from_jdbc_conf(
        self,
        frame,
        catalog_connection,
        connection_options={},
        redshift_tmp_dir="",
        transformation_ctx="",
        catalog_id=None,
    ):
        """Writes a frame through a connection of the catalog."""
        self.write_from_jdbc_conf(
            frame, catalog_connection, connection_options, redshift_tmp_dir, transformation_ctx, catalog_id
        )

    def write_from_jdbc_conf(
        self,
        frame_or_dfc,
        catalog_connection,
        connection_options={},
        redshift_tmp_dir="",
        transformation_ctx="",
        catalog_id=None,
    ):
        """Writes a frame or a collection through a connection of the catalog and returns the errors."""

        def sink(options):
            staged = self._map(with_folder(options, redshift_tmp_dir))
            return DataSink(self._jscript.getJDBCSink(catalog_connection, staged, catalog_id or ""), self)

        if isinstance(frame_or_dfc, DynamicFrame):
            return sink(connection_options).write(frame_or_dfc)
        if isinstance(frame_or_dfc, DynamicFrameCollection):
            return self._each(frame_or_dfc, connection_options, sink)
        raise TypeError("frame_or_dfc must be DynamicFrame or DynamicFrameCollection. Got " + str(type(frame_or_dfc)))

    def write_data_frame_from_options(
        self, frame, connection_type, connection_options={}, format=None, format_options={}, transformation_ctx=""
    ):
        """Writes a DataFrame to a connection and returns it."""
        return self._sink(connection_type, connection_options, format, format_options).writeDataFrame(frame, self)

    def write_data_frame_from_catalog(
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
        """Writes a DataFrame to a table of the catalog and returns it."""
        options = with_folder(additional_options, redshift_tmp_dir)
        return self._catalog_sink(database, table_name, options, catalog_id, kwargs).writeDataFrame(frame, self)
