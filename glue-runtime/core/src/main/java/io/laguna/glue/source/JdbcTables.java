package io.laguna.glue.source;

import io.laguna.glue.catalog.CatalogTable;
import io.laguna.glue.catalog.DataCatalog;
import io.laguna.glue.catalog.JdbcConnection;
import io.laguna.glue.format.Options;
import io.laguna.glue.jdbc.Vendor;
import java.util.Map;

/** Tables of the catalog that a crawler found in a database: they name a connection, and their location is a name. */
public final class JdbcTables {
    private JdbcTables() {}

    /** Tells whether a connection type or a classification is that of a database. */
    public static boolean isVendor(String name) {
        return Vendor.named(name).isPresent() || name.equals("jdbc") || name.equals("custom.jdbc");
    }

    /** Returns the options by which such a table is reached. */
    public static Options options(DataCatalog catalog, CatalogTable table) {
        String name = table.parameter("connectionName")
                .orElseThrow(() -> new IllegalArgumentException(
                        "The table " + table.database() + "." + table.name() + " names no connection"));
        JdbcConnection connection = JdbcConnection.of(catalog.connection(name));
        String location = table.location();
        int dot = location.indexOf('.');
        boolean schemas = location.indexOf('.', dot + 1) > 0;
        return Options.of(connection.options())
                .with(Map.of(
                        "url", schemas ? connection.url(location.substring(0, dot)) : connection.url(),
                        "dbtable", schemas ? location.substring(dot + 1) : location));
    }
}
