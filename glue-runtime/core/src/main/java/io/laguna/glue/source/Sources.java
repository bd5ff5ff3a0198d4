package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.catalog.JdbcConnection;
import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sources by the names that scripts give them.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-connect.html">Connection types and
 *     options for ETL in AWS Glue</a>
 */
public final class Sources {
    private Sources() {}

    /**
     * Returns a source of a connection type.
     *
     * @throws UnsupportedOperationException when the type is not built
     */
    public static DataSource of(
            GlueContext context, String connectionType, Map<String, ?> options, String transformationContext) {
        String type = connectionType.toLowerCase(Locale.ROOT);
        Options given = Options.of(options);
        if (type.equals("s3") || type.equals("file")) {
            return new DataSource(context, transformationContext, given.text("format"), (format, formatOptions) -> {
                String name = FileSource.named(format);
                return SparkSource.isKnown(name)
                        ? new SparkSource(context, name, given.with(formatOptions.values()))
                        : new FileSource(context, name, given, formatOptions, transformationContext);
            });
        }
        if (TypedFiles.isTyped(type)) {
            return new DataSource(
                    context,
                    transformationContext,
                    Optional.of(type),
                    (format, formatOptions) ->
                            new FileSource(context, type, given, formatOptions, transformationContext));
        }
        if (JdbcTables.isVendor(type)) {
            return new DataSource(
                    context,
                    transformationContext,
                    Optional.empty(),
                    (format, formatOptions) -> new JdbcSource(context, connected(given), transformationContext));
        }
        if (SparkSource.isKnown(type)) {
            return new DataSource(
                    context,
                    transformationContext,
                    Optional.empty(),
                    (format, formatOptions) -> new SparkSource(context, type, given));
        }
        if (isConnector(type)) {
            return new DataSource(
                    context,
                    transformationContext,
                    Optional.empty(),
                    (format, formatOptions) -> new SparkSource(context, given.required("className"), given));
        }
        throw unsupported(connectionType);
    }

    /** Tells whether a connection type is a data source of Spark's that the job's own jars bring. */
    public static boolean isConnector(String type) {
        return type.equals("custom.spark") || type.equals("marketplace.spark");
    }

    /** Returns the error for a connection type that is not built. */
    public static UnsupportedOperationException unsupported(String connectionType) {
        return new UnsupportedOperationException("The connection type " + connectionType
                + " is not supported. Supported are s3, mysql, postgresql, sqlserver, oracle, redshift, jdbc, custom.jdbc,"
                + " custom.spark, and iceberg, delta and hudi with their jars");
    }

    /** Returns options with those of the connection that they name. The options that are given win. */
    public static Options connected(Options options) {
        return options.text("connectionName")
                .map(name -> Options.of(JdbcConnection.of(DataCatalog.of("").connection(name))
                                .options())
                        .with(options.values()))
                .orElse(options);
    }

    /** Returns the source of a table of the catalog. */
    public static DataSource ofCatalog(
            GlueContext context,
            String database,
            String table,
            String transformationContext,
            String predicate,
            Map<String, ?> options,
            String catalogId) {
        DataCatalog catalog = DataCatalog.of(catalogId);
        CatalogTable found = catalog.table(database, table);
        return new DataSource(
                context,
                transformationContext,
                Optional.empty(),
                (format, formatOptions) -> new CatalogSource(
                        context, catalog, found, Options.of(options), predicate, transformationContext));
    }
}
