package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.redshift.sql.statement.ExternalChange;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * A change of an external table in the Data Catalog.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_ALTER_TABLE_external-table.html">ALTER EXTERNAL TABLE</a>
 */
record ExternalTableChange(DataCatalog catalog, Target target, Table table, Scope scope) {
    void make(ExternalChange change) throws SqlFailure {
        if (change instanceof ExternalChange.AddPartitions add) {
            for (ExternalChange.Partition partition : add.partitions()) {
                add(partition, add.ifNotExists());
            }
        } else if (change instanceof ExternalChange.DropPartition drop) {
            drop(values(drop.partition()));
        } else if (change instanceof ExternalChange.SetLocation set
                && set.partition().isPresent()) {
            move(values(set.partition().get()), set.location());
        } else if (change instanceof ExternalChange.SetLocation set) {
            store(storage -> storage.location(set.location()));
        } else if (change instanceof ExternalChange.SetFileFormat set) {
            StoredAs format = StoredAs.of(set.format());
            store(storage -> storage.inputFormat(format.input())
                    .outputFormat(format.output())
                    .serdeInfo(table.storageDescriptor().serdeInfo().copy(serde -> format.serde()
                            .ifPresent(serde::serializationLibrary))));
        } else if (change instanceof ExternalChange.SetProperties set) {
            Map<String, String> parameters = new HashMap<>(table.parameters());
            parameters.putAll(set.properties());
            update(input(table.storageDescriptor(), parameters));
        }
    }

    private void add(ExternalChange.Partition partition, boolean ifNotExists) throws SqlFailure {
        List<String> values = values(partition);
        StorageDescriptor storage = table.storageDescriptor()
                .copy(changed -> changed.location(partition.location().orElseThrow()));
        boolean isNew = catalog.call(scope, target.schema().role(), glue -> {
            try {
                glue.createPartition(request -> request.databaseName(table.databaseName())
                        .tableName(table.name())
                        .partitionInput(input -> input.values(values).storageDescriptor(storage)));
                return true;
            } catch (AlreadyExistsException e) {
                return false;
            }
        });
        if (!isNew && !ifNotExists) {
            throw new SqlFailure("XX000", "Partition already exists.");
        }
    }

    private void drop(List<String> values) throws SqlFailure {
        boolean dropped = catalog.call(scope, target.schema().role(), glue -> {
            try {
                glue.deletePartition(request -> request.databaseName(table.databaseName())
                        .tableName(table.name())
                        .partitionValues(values));
                return true;
            } catch (EntityNotFoundException e) {
                return false;
            }
        });
        checkFound(dropped);
    }

    private void move(List<String> values, String location) throws SqlFailure {
        boolean found = catalog.call(scope, target.schema().role(), glue -> {
            try {
                StorageDescriptor storage = glue.getPartition(request -> request.databaseName(table.databaseName())
                                .tableName(table.name())
                                .partitionValues(values))
                        .partition()
                        .storageDescriptor();
                glue.updatePartition(request -> request.databaseName(table.databaseName())
                        .tableName(table.name())
                        .partitionValueList(values)
                        .partitionInput(input -> input.values(values)
                                .storageDescriptor(storage.copy(changed -> changed.location(location)))));
                return true;
            } catch (EntityNotFoundException e) {
                return false;
            }
        });
        checkFound(found);
    }

    private static void checkFound(boolean found) throws SqlFailure {
        if (!found) {
            throw new SqlFailure("XX000", "Partition not found.");
        }
    }

    private void store(Consumer<StorageDescriptor.Builder> change) throws SqlFailure {
        update(input(table.storageDescriptor().copy(change), table.parameters()));
    }

    private TableInput input(StorageDescriptor storage, Map<String, String> parameters) {
        return TableInput.builder()
                .name(table.name())
                .description(table.description())
                .owner(table.owner())
                .retention(table.retention())
                .tableType(table.tableType())
                .storageDescriptor(storage)
                .partitionKeys(table.partitionKeys())
                .parameters(parameters)
                .build();
    }

    private void update(TableInput input) throws SqlFailure {
        var unused = catalog.call(
                scope,
                target.schema().role(),
                glue -> glue.updateTable(
                        request -> request.databaseName(table.databaseName()).tableInput(input)));
    }

    /** Returns a partition's values in the order of the table's keys. */
    private List<String> values(ExternalChange.Partition partition) throws SqlFailure {
        List<String> values = new ArrayList<>();
        for (Column key : table.partitionKeys()) {
            if (!partition.values().containsKey(key.name())) {
                throw new SqlFailure("42703", "The partition has no value for the column \"" + key.name() + "\"");
            }
            values.add(partition.values().get(key.name()));
        }
        for (String name : partition.values().keySet()) {
            if (table.partitionKeys().stream().noneMatch(key -> key.name().equals(name))) {
                throw new SqlFailure("42703", "\"" + name + "\" is not a partition column");
            }
        }
        return values;
    }
}
