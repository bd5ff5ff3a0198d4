package io.laguna.emulator.athena.ddl;

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
record CatalogTable(Table glue) {
    static final String LAST_DDL = "transient_lastDdlTime";

    String name() {
        return glue.name();
    }

    /** Iceberg's own catalogs note the type so: https://iceberg.apache.org/docs/latest/aws/#glue-catalog */
    boolean isIceberg() {
        return "iceberg".equalsIgnoreCase(glue.parameters().get("table_type"));
    }

    boolean isView() {
        return "VIRTUAL_VIEW".equals(glue.tableType());
    }

    StorageDescriptor storage() {
        return Optional.ofNullable(glue.storageDescriptor())
                .orElseGet(() -> StorageDescriptor.builder().build());
    }

    String location() {
        return Optional.ofNullable(storage().location()).orElse("");
    }

    String serde() {
        return Optional.ofNullable(storage().serdeInfo())
                .flatMap(serde -> Optional.ofNullable(serde.serializationLibrary()))
                .orElse("");
    }

    Map<String, String> serdeParameters() {
        return Optional.ofNullable(storage().serdeInfo())
                .map(serde -> serde.parameters())
                .orElse(Map.of());
    }

    List<Column> columns() {
        return storage().columns();
    }

    List<Column> partitionKeys() {
        return glue.partitionKeys();
    }

    List<Column> allColumns() {
        List<Column> all = new ArrayList<>(columns());
        all.addAll(partitionKeys());
        return all;
    }

    /** Replaces the table by a change of it. */
    void update(DataCatalog catalog, UnaryOperator<TableInput> change) {
        TableInput present = Shapes.copy(glue, TableInput.builder()).build();
        TableInput changed = change.apply(present);
        Map<String, String> parameters = new HashMap<>(changed.parameters());
        parameters.put(LAST_DDL, now());
        catalog.glue().updateTable(request -> request.databaseName(glue.databaseName())
                .tableInput(changed.copy(input -> input.parameters(parameters))));
    }

    /** The time as Hive notes it. */
    static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }
}
