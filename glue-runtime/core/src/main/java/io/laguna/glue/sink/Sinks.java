package io.laguna.glue.sink;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.catalog.JdbcConnection;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.jdbc.Vendor;
import io.laguna.glue.redshift.RedshiftTable;
import io.laguna.glue.source.JdbcTables;
import io.laguna.glue.source.Sources;
import io.laguna.glue.storage.BucketRoot;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The sinks by the names that scripts give them. */
public final class Sinks {
    private Sinks() {}

    /**
     * Returns a sink of a connection type.
     *
     * @throws UnsupportedOperationException when the type is not built
     */
    public static DataSink of(GlueContext context, String connectionType, Map<String, ?> options) {
        String type = connectionType.toLowerCase(Locale.ROOT);
        Options given = Options.of(options);
        if (type.equals("s3") || type.equals("file")) {
            return new DataSink(
                    context,
                    given.text("format").map(name -> name.toLowerCase(Locale.ROOT)),
                    (format, formatOptions, info) -> files(context, given, format, formatOptions, info));
        }
        if (type.equals("parquet") || type.equals("orc")) {
            return new DataSink(
                    context,
                    Optional.of(type),
                    (format, formatOptions, info) -> files(context, given, format, formatOptions, info));
        }
        if (JdbcTables.isVendor(type)) {
            return new DataSink(
                    context,
                    Optional.empty(),
                    (format, formatOptions, info) -> database(context, Sources.connected(given)));
        }
        if (isLake(type)) {
            return new DataSink(
                    context, Optional.empty(), (format, formatOptions, info) -> new SparkSink(context, type, given));
        }
        if (Sources.isConnector(type)) {
            return new DataSink(
                    context,
                    Optional.empty(),
                    (format, formatOptions, info) -> new SparkSink(context, given.required("className"), given));
        }
        throw Sources.unsupported(connectionType);
    }

    /** Returns the way to a table of a database: by files where it is Redshift's and a folder is there for them. */
    private static Sink database(GlueContext context, Options options) {
        return RedshiftTable.isStaged(options)
                        && Vendor.ofUrl(options.required("url")).equals(Optional.of(Vendor.REDSHIFT))
                ? new RedshiftSink(context, options)
                : new JdbcSink(context, options);
    }

    private static boolean isLake(String format) {
        return format.equals("iceberg") || format.equals("delta") || format.equals("hudi");
    }

    private static Sink files(
            GlueContext context,
            Options options,
            Optional<String> format,
            Options formatOptions,
            Optional<DataSink.CatalogInfo> info) {
        String name = format.orElseThrow(() -> new IllegalArgumentException("An s3 sink needs a format"));
        if (isLake(name)) {
            return new SparkSink(context, name, options.with(formatOptions.values()));
        }
        String path = BucketRoot.withSlash(options.required("path"));
        Optional<CatalogUpdate> update = info.filter(table -> options.flag("enableUpdateCatalog"))
                .map(table -> new CatalogUpdate(
                        table.catalog(),
                        table.database(),
                        table.table(),
                        path,
                        name,
                        formatOptions,
                        addsColumns(options)));
        return new FileSink(context, path, name, options, formatOptions, update);
    }

    private static boolean addsColumns(Options options) {
        String behavior = options.text("updateBehavior", "UPDATE_IN_DATABASE");
        return switch (behavior) {
            case "UPDATE_IN_DATABASE" -> true;
            case "LOG" -> false;
            default -> throw new IllegalArgumentException(
                    "Unknown updateBehavior: " + behavior + ". It is UPDATE_IN_DATABASE or LOG");
        };
    }

    /** Returns the sink of a table of the catalog: its files, or its database. */
    public static DataSink ofCatalog(
            GlueContext context, String database, String table, Map<String, ?> options, String catalogId) {
        DataCatalog catalog = DataCatalog.of(catalogId);
        CatalogTable found = catalog.table(database, table);
        String format = found.format();
        if (JdbcTables.isVendor(format)) {
            return new DataSink(
                    context,
                    Optional.empty(),
                    (none, formatOptions, info) ->
                            database(context, JdbcTables.options(catalog, found).with(options)));
        }
        if (format.equals("iceberg")) {
            return new DataSink(
                    context, Optional.empty(), (none, formatOptions, info) -> new IcebergSink(context, found));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("path", found.location());
        all.putAll(options);
        DataSink sink = of(context, isLake(format) ? format : "s3", all).setFormat(format, formatOptions(found));
        return sink.setCatalogInfo(database, table, catalogId);
    }

    /** A table whose first line is none of data has a header in each file, and another has none. */
    private static Map<String, Object> formatOptions(CatalogTable table) {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("writeHeader", table.parameter("skip.header.line.count").isPresent());
        table.parameter("separatorChar")
                .or(() -> table.parameter("field.delim"))
                .ifPresent(separator -> options.put("separator", separator));
        return options;
    }

    /** Returns the sink of a connection of the catalog; its options name {@code dbtable} and perhaps {@code database}. */
    public static DataSink ofConnection(
            GlueContext context, String connection, Map<String, ?> options, String catalogId) {
        JdbcConnection found = JdbcConnection.of(DataCatalog.of(catalogId).connection(connection));
        Map<String, Object> all = new LinkedHashMap<>(found.options());
        Options given = Options.of(options);
        given.text("database").ifPresent(database -> all.put("url", found.url(database)));
        all.putAll(options);
        return new DataSink(
                context, Optional.empty(), (format, formatOptions, info) -> database(context, Options.of(all)));
    }
}
