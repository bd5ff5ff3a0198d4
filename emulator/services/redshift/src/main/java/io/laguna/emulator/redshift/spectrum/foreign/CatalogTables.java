package io.laguna.emulator.redshift.spectrum.foreign;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.wire.message.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** The Data Catalog's description of the tables of external schemas, as rows of a cluster's own: see external.sql. */
public record CatalogTables(DataCatalog catalog) {
    private record External(ExternalSchema schema, Table table, List<Partition> partitions) {}

    /** Replaces the rows by those of now. */
    public void show(DatabaseAccess database, Collection<ExternalSchema> schemas, Scope scope) throws SqlFailure {
        List<External> all = new ArrayList<>();
        for (ExternalSchema schema : schemas) {
            all.addAll(catalog.call(scope, schema.role(), glue -> read(glue, schema)));
        }
        Administration.run(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM laguna.external_table; DELETE FROM laguna.external_column;"
                        + " DELETE FROM laguna.external_partition");
            }
            tables(connection, all);
            columns(connection, all);
            partitions(connection, all);
            return all.size();
        });
    }

    private static List<External> read(GlueClient glue, ExternalSchema schema) {
        List<External> all = new ArrayList<>();
        try {
            for (var page : glue.getTablesPaginator(request -> request.databaseName(schema.database()))) {
                for (Table table : page.tableList()) {
                    all.add(new External(schema, table, partitions(glue, table)));
                }
            }
        } catch (EntityNotFoundException e) {
            // The schema's database does not exist yet, or no longer: it has no tables.
            return List.of();
        }
        return all;
    }

    private static List<Partition> partitions(GlueClient glue, Table table) {
        return table.partitionKeys().isEmpty()
                ? List.of()
                : glue
                        .getPartitionsPaginator(request ->
                                request.databaseName(table.databaseName()).tableName(table.name()))
                        .stream()
                        .flatMap(page -> page.partitions().stream())
                        .toList();
    }

    private static void tables(Connection connection, List<External> all) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO laguna.external_table VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (External each : all) {
                boolean isView = "VIRTUAL_VIEW".equals(each.table().tableType());
                row.setString(1, each.schema().name());
                row.setString(2, each.table().name());
                row.setString(3, isView ? "VIEW" : "TABLE");
                storage(row, 4, each.table().storageDescriptor());
                row.setString(10, json(each.table().parameters()));
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private static void columns(Connection connection, List<External> all) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO laguna.external_column VALUES (?, ?, ?, ?, ?, ?)" + " ON CONFLICT DO NOTHING")) {
            for (External each : all) {
                StorageDescriptor storage = each.table().storageDescriptor();
                List<Column> columns = new ArrayList<>(storage == null ? List.of() : storage.columns());
                int own = columns.size();
                columns.addAll(each.table().partitionKeys());
                for (int i = 0; i < columns.size(); i++) {
                    row.setString(1, each.schema().name());
                    row.setString(2, each.table().name());
                    row.setString(3, columns.get(i).name());
                    row.setString(4, String.valueOf(columns.get(i).type()));
                    row.setInt(5, i + 1);
                    row.setInt(6, Math.max(0, i - own + 1));
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    private static void partitions(Connection connection, List<External> all) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO laguna.external_partition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (External each : all) {
                for (Partition partition : each.partitions()) {
                    row.setString(1, each.schema().name());
                    row.setString(2, each.table().name());
                    row.setString(3, values(partition));
                    storage(row, 4, partition.storageDescriptor());
                    row.setString(10, json(partition.parameters()));
                    row.addBatch();
                }
            }
            row.executeBatch();
        }
    }

    private static String values(Partition partition) {
        return String.join(
                        ",",
                        partition.values().stream().map(CatalogTables::quoted).toList())
                .transform(list -> "[" + list + "]");
    }

    /** Sets the location, the classes and the properties, from a place on. */
    private static void storage(PreparedStatement row, int from, StorageDescriptor storage) throws SQLException {
        boolean hasSerde = storage != null && storage.serdeInfo() != null;
        row.setString(from, storage == null ? null : storage.location());
        row.setString(from + 1, storage == null ? null : storage.inputFormat());
        row.setString(from + 2, storage == null ? null : storage.outputFormat());
        row.setString(from + 3, hasSerde ? storage.serdeInfo().serializationLibrary() : null);
        row.setString(from + 4, hasSerde ? json(storage.serdeInfo().parameters()) : null);
        row.setInt(from + 5, storage != null && Boolean.TRUE.equals(storage.compressed()) ? 1 : 0);
    }

    private static String json(Map<String, String> properties) {
        return String.join(
                        ",",
                        new TreeMap<>(properties)
                                .entrySet().stream()
                                        .map(each -> quoted(each.getKey()) + ":" + quoted(each.getValue()))
                                        .toList())
                .transform(list -> "{" + list + "}");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
