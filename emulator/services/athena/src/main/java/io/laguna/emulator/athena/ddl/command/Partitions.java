package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.kit.hive.PartitionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;

/** The partitions of one table in the Data Catalog. */
record Partitions(DataCatalog catalog, CatalogTable table) {
    /** The number of partitions that one BatchCreatePartition takes. */
    private static final int CREATED_TOGETHER = 100;
    /** The number of partitions that one BatchDeletePartition takes. */
    private static final int DELETED_TOGETHER = 25;

    private static final String EXISTS = "AlreadyExistsException";

    /** Returns all partitions, without their columns. */
    List<Partition> all() {
        return catalog
                .glue()
                .getPartitionsPaginator(GetPartitionsRequest.builder()
                        .databaseName(table.glue().databaseName())
                        .tableName(table.name())
                        .excludeColumnSchema(true)
                        .build())
                .stream()
                .flatMap(page -> page.partitions().stream())
                .toList();
    }

    Optional<Partition> find(List<String> values) {
        try {
            return Optional.of(catalog.glue()
                    .getPartition(request -> request.databaseName(table.glue().databaseName())
                            .tableName(table.name())
                            .partitionValues(values))
                    .partition());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }

    String name(List<String> values) {
        return PartitionName.of(table.partitionKeys(), Column::name, values);
    }

    /** Returns the folder of a partition whose statement gives none. */
    Location folder(List<String> values) {
        return Location.parse(table.location()).folder(name(values));
    }

    /** Returns the definition of a partition in a folder, with everything else as the table has it. */
    PartitionInput input(List<String> values, Location folder) {
        return PartitionInput.builder()
                .values(values)
                .storageDescriptor(table.storage().copy(storage -> storage.location(folder.text())))
                .build();
    }

    /** Adds the partitions that are not there yet. */
    void create(List<PartitionInput> inputs) {
        for (List<PartitionInput> some : chunks(inputs, CREATED_TOGETHER)) {
            failFirst(catalog
                    .glue()
                    .batchCreatePartition(
                            request -> request.databaseName(table.glue().databaseName())
                                    .tableName(table.name())
                                    .partitionInputList(some))
                    .errors()
                    .stream()
                    .filter(error -> !EXISTS.equals(error.errorDetail().errorCode()))
                    .toList());
        }
    }

    void delete(List<List<String>> partitions) {
        for (List<List<String>> some : chunks(partitions, DELETED_TOGETHER)) {
            failFirst(catalog.glue()
                    .batchDeletePartition(
                            request -> request.databaseName(table.glue().databaseName())
                                    .tableName(table.name())
                                    .partitionsToDelete(some.stream()
                                            .map(values -> PartitionValueList.builder()
                                                    .values(values)
                                                    .build())
                                            .toList()))
                    .errors());
        }
    }

    void update(PartitionInput input) {
        catalog.glue()
                .updatePartition(request -> request.databaseName(table.glue().databaseName())
                        .tableName(table.name())
                        .partitionValueList(input.values())
                        .partitionInput(input));
    }

    private static void failFirst(List<PartitionError> errors) {
        errors.stream().findFirst().ifPresent(error -> {
            throw Failures.metastore(error.errorDetail().errorMessage());
        });
    }

    private static <T> List<List<T>> chunks(List<T> all, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += size) {
            chunks.add(all.subList(start, Math.min(all.size(), start + size)));
        }
        return chunks;
    }
}
