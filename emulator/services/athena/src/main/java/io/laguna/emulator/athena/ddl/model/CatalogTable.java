package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table or view of the Data Catalog, as DDL looks at it. */
public record CatalogTable(Table glue) {
    public static final String LAST_DDL = "transient_lastDdlTime";

    public String name() {
        return glue.name();
    }

    /**
     * Tells whether the table is one of Iceberg's, whose catalogs note the type so:
     * https://iceberg.apache.org/docs/latest/aws/#glue-catalog
     */
    public boolean isIceberg() {
        return "iceberg".equalsIgnoreCase(glue.parameters().get("table_type"));
    }

    public boolean isView() {
        return "VIRTUAL_VIEW".equals(glue.tableType());
    }

    /** Returns the storage, with the columns that the table has today. */
    public StorageDescriptor storage() {
        return Optional.ofNullable(glue.storageDescriptor())
                .map(storage -> storage.copy(change -> change.columns(current(storage.columns()))))
                .orElseGet(() -> StorageDescriptor.builder().build());
    }

    /** Returns the columns of today: the catalog keeps those that an Iceberg table had before, marked so. */
    public static List<Column> current(List<Column> columns) {
        return columns.stream()
                .filter(column -> !"false".equals(column.parameters().get("iceberg.field.current")))
                .toList();
    }

    public String location() {
        return Optional.ofNullable(storage().location()).orElse("");
    }

    public String serde() {
        return Optional.ofNullable(storage().serdeInfo())
                .flatMap(serde -> Optional.ofNullable(serde.serializationLibrary()))
                .orElse("");
    }

    public Map<String, String> serdeParameters() {
        return Optional.ofNullable(storage().serdeInfo())
                .map(serde -> serde.parameters())
                .orElse(Map.of());
    }

    public List<Column> columns() {
        return storage().columns();
    }

    public List<Column> partitionKeys() {
        return glue.partitionKeys();
    }

    public List<Column> allColumns() {
        List<Column> all = new ArrayList<>(columns());
        all.addAll(partitionKeys());
        return all;
    }

    /** Changes the table in the catalog. */
    public void update(DataCatalog catalog, UnaryOperator<TableInput> change) {
        TableInput present = Shapes.copy(glue, TableInput.builder()).build();
        TableInput changed = change.apply(present);
        Map<String, String> parameters = new HashMap<>(changed.parameters());
        parameters.put(LAST_DDL, now());
        catalog.glue().updateTable(request -> request.databaseName(glue.databaseName())
                .tableInput(changed.copy(input -> input.parameters(parameters))));
    }

    /** Returns the present time in the form that Hive notes it. */
    public static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }
}
