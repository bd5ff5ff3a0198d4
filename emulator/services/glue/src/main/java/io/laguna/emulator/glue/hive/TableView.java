package io.laguna.emulator.glue.hive;

import io.laguna.emulator.kit.hive.EngineType;
import io.laguna.emulator.kit.hive.PrestoView;
import io.trino.hive.thrift.metastore.PrincipalType;
import io.trino.hive.thrift.metastore.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The translation of tables between Glue and Hive. */
public final class TableView {
    private static final String EXTERNAL = "EXTERNAL";
    private static final String VIEW = "VIRTUAL_VIEW";
    private static final String MANAGED = "MANAGED_TABLE";
    /** The user as whom Athena's engine makes tables and views. */
    private static final String ATHENA = "athena";

    private static final Column PLACEHOLDER =
            Column.builder().name("dummy").type("string").build();

    private TableView() {}

    /**
     * Returns the definition in a form that Hive, and Spark through it, can use.
     *
     * <p>A table without a location that Hive knows becomes a view there: a table of Hive always has a location, and
     * would get one in the warehouse.
     *
     * @param hiveName the table's name in Hive
     */
    public static Table toHive(String hiveDatabase, String hiveName, TableInput input) {
        StorageDescriptor storage = Optional.ofNullable(input.storageDescriptor())
                .orElse(StorageDescriptor.builder().build());
        Table table = new Table();
        table.setDbName(hiveDatabase);
        table.setTableName(hiveName);
        table.setOwner(input.owner());
        table.setOwnerType(PrincipalType.USER);
        table.setSd(StorageView.toHive(storage));
        table.setPartitionKeys(StorageView.fields(input.partitionKeys()));
        table.setRetention(Optional.ofNullable(input.retention()).orElse(0));
        table.setLastAccessTime(seconds(input.lastAccessTime()));
        table.setViewOriginalText(input.viewOriginalText());
        table.setViewExpandedText(input.viewExpandedText());
        Map<String, String> parameters = StorageView.withoutNulls(input.parameters());
        if (input.description() != null) {
            parameters.putIfAbsent("comment", input.description());
        }
        table.setTableType(type(input, table));
        if (table.getTableType().equals("EXTERNAL_TABLE")) {
            // Hive goes by the parameter: without it the table were its own, and its files deleted with it.
            parameters.put(EXTERNAL, "TRUE");
        }
        table.setParameters(parameters);
        if ("true".equals(parameters.get("presto_view"))) {
            forAthena(table);
        }
        return table;
    }

    /** Returns the definition as Hive holds it. */
    public static TableInput fromHive(Table table) {
        return TableInput.builder()
                .name(HiveName.inGlue(table.getTableName()))
                .owner(table.getOwner())
                .lastAccessTime(instant(table.getLastAccessTime()))
                .retention(table.getRetention())
                .storageDescriptor(storage(table))
                .partitionKeys(StorageView.columns(table.getPartitionKeys()))
                .viewOriginalText(table.getViewOriginalText())
                .viewExpandedText(table.getViewExpandedText())
                .tableType(table.getTableType())
                .parameters(Pointer.removedFrom(StorageView.withoutNulls(table.getParameters())))
                .build();
    }

    /**
     * Completes a view of Athena's. By Glue two fields make one, the parameter {@code presto_view} and the original
     * text (https://github.com/awslabs/aws-glue-data-catalog-client-for-apache-hive-metastore/issues/29); the engine
     * knows it by the comment, whatever else the view is described as, reads it in its owner's name, and takes names in
     * lower case only. Glue itself gives the text back as it was.
     */
    private static void forAthena(Table view) {
        view.getParameters().put("comment", "Presto View");
        if (!view.isSetOwner()) {
            view.setOwner(ATHENA);
        }
        Optional.ofNullable(view.getViewOriginalText())
                .flatMap(PrestoView::of)
                .map(PrestoView::inLowerCase)
                .ifPresent(lower -> view.setViewOriginalText(lower.text()));
    }

    /**
     * Returns the storage. The engine gives a view one column of no meaning; on AWS a view has those of its statement, and
     * an empty location, which dbt-athena reads of each of its versions.
     */
    private static StorageDescriptor storage(Table table) {
        StorageDescriptor storage = StorageView.fromHive(table.getSd());
        if (!storage.columns().equals(List.of(PLACEHOLDER))) {
            return storage;
        }
        return Optional.ofNullable(table.getViewOriginalText())
                .flatMap(PrestoView::of)
                .map(view ->
                        storage.toBuilder().columns(columns(view)).location("").build())
                .orElse(storage);
    }

    private static List<Column> columns(PrestoView view) {
        List<Column> columns = new ArrayList<>();
        view.definition()
                .path("columns")
                .forEach(column -> columns.add(Column.builder()
                        .name(column.path("name").asText())
                        .type(EngineType.inHive(column.path("type").asText()))
                        .build()));
        return columns;
    }

    private static String type(TableInput input, Table table) {
        if (VIEW.equals(input.tableType()) || !table.getSd().isSetLocation()) {
            return VIEW;
        }
        return MANAGED.equals(input.tableType()) ? MANAGED : "EXTERNAL_TABLE";
    }

    static int seconds(Instant instant) {
        return instant == null ? 0 : (int) instant.getEpochSecond();
    }

    static Instant instant(int seconds) {
        return seconds == 0 ? null : Instant.ofEpochSecond(seconds);
    }
}
