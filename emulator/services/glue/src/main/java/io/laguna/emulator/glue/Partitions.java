package io.laguna.emulator.glue;

import io.laguna.emulator.glue.event.CatalogEvents;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchDeletePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchDeletePartitionResponse;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionFailureEntry;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionResponse;
import software.amazon.awssdk.services.glue.model.CreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.CreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.DeletePartitionRequest;
import software.amazon.awssdk.services.glue.model.DeletePartitionResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.UpdatePartitionRequest;
import software.amazon.awssdk.services.glue.model.UpdatePartitionResponse;

/**
 * The operations that write partitions: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-partitions.html
 */
final class Partitions extends Room {
    private final Account account;
    private final TableRecords tables;
    private final PartitionWrites writes;
    private final CatalogEvents events;

    Partitions(Account account, TableRecords tables, PartitionWrites writes, CatalogEvents events) {
        this.account = account;
        this.tables = tables;
        this.writes = writes;
        this.events = events;
    }

    @Override
    public CreatePartitionResponse createPartition(CreatePartitionRequest request) {
        account.check(request);
        Constraints constraints = names(request.databaseName(), request.tableName());
        new InputConstraints(constraints).partition("partition", request.partitionInput());
        constraints.check();
        TableRecord table = table(request.databaseName(), request.tableName());
        throwFirst(writes.create(table, List.of(request.partitionInput())));
        tell(table, "CreatePartition", List.of(request.partitionInput().values()));
        return CreatePartitionResponse.builder().build();
    }

    @Override
    public BatchCreatePartitionResponse batchCreatePartition(BatchCreatePartitionRequest request) {
        account.check(request);
        Constraints constraints = names(request.databaseName(), request.tableName())
                .size("partitionInputList", request.partitionInputList(), 0, 100);
        for (int i = 0; i < request.partitionInputList().size(); i++) {
            new InputConstraints(constraints)
                    .partition(
                            "partitionInputList." + (i + 1) + ".member",
                            request.partitionInputList().get(i));
        }
        constraints.check();
        TableRecord table = table(request.databaseName(), request.tableName());
        Map<List<String>, GlueException> failures = writes.create(table, request.partitionInputList());
        tell(
                table,
                "BatchCreatePartition",
                request.partitionInputList().stream()
                        .map(PartitionInput::values)
                        .filter(values -> !failures.containsKey(values))
                        .toList());
        return BatchCreatePartitionResponse.builder().errors(errors(failures)).build();
    }

    @Override
    public UpdatePartitionResponse updatePartition(UpdatePartitionRequest request) {
        account.check(request);
        Constraints constraints = names(request.databaseName(), request.tableName());
        InputConstraints inputs = new InputConstraints(constraints);
        inputs.values("partitionValueList", request.partitionValueList());
        inputs.partition("partition", request.partitionInput());
        constraints.check();
        TableRecord table = table(request.databaseName(), request.tableName());
        throwFirst(writes.update(table, Map.of(request.partitionValueList(), request.partitionInput())));
        tell(table, "UpdatePartition", List.of(request.partitionValueList()));
        return UpdatePartitionResponse.builder().build();
    }

    @Override
    public BatchUpdatePartitionResponse batchUpdatePartition(BatchUpdatePartitionRequest request) {
        account.check(request);
        Constraints constraints =
                names(request.databaseName(), request.tableName()).size("entries", request.entries(), 1, 100);
        Map<List<String>, PartitionInput> inputs = new LinkedHashMap<>();
        for (BatchUpdatePartitionRequestEntry entry : request.entries()) {
            new InputConstraints(constraints).partition("entries.member.partitionInput", entry.partitionInput());
            inputs.put(entry.partitionValueList(), entry.partitionInput());
        }
        constraints.check();
        TableRecord table = table(request.databaseName(), request.tableName());
        Map<List<String>, GlueException> failures = writes.update(table, inputs);
        tell(
                table,
                "BatchUpdatePartition",
                inputs.keySet().stream()
                        .filter(values -> !failures.containsKey(values))
                        .toList());
        return BatchUpdatePartitionResponse.builder()
                .errors(failures.entrySet().stream()
                        .map(failure -> BatchUpdatePartitionFailureEntry.builder()
                                .partitionValueList(failure.getKey())
                                .errorDetail(Failures.detail(failure.getValue()))
                                .build())
                        .toList())
                .build();
    }

    @Override
    public DeletePartitionResponse deletePartition(DeletePartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName()).check();
        TableRecord table = table(request.databaseName(), request.tableName());
        writes.delete(table, request.partitionValues());
        tell(table, "DeletePartition", List.of(request.partitionValues()));
        return DeletePartitionResponse.builder().build();
    }

    @Override
    public BatchDeletePartitionResponse batchDeletePartition(BatchDeletePartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .size("partitionsToDelete", request.partitionsToDelete(), 0, 25)
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        Map<List<String>, GlueException> failures = new LinkedHashMap<>();
        for (PartitionValueList partition : request.partitionsToDelete()) {
            try {
                writes.delete(table, partition.values());
            } catch (GlueException e) {
                failures.put(partition.values(), e);
            }
        }
        tell(
                table,
                "BatchDeletePartition",
                request.partitionsToDelete().stream()
                        .map(PartitionValueList::values)
                        .filter(values -> !failures.containsKey(values))
                        .toList());
        return BatchDeletePartitionResponse.builder().errors(errors(failures)).build();
    }

    private void tell(TableRecord table, String type, List<List<String>> partitions) {
        events.partitions(
                account.caller(),
                HiveName.inGlue(table.hive().getDbName()),
                table.definition().name(),
                type,
                partitions);
    }

    private static List<PartitionError> errors(Map<List<String>, GlueException> failures) {
        return failures.entrySet().stream()
                .map(failure -> PartitionError.builder()
                        .partitionValues(failure.getKey())
                        .errorDetail(Failures.detail(failure.getValue()))
                        .build())
                .toList();
    }

    private static void throwFirst(Map<List<String>, GlueException> failures) {
        Optional<GlueException> first = failures.values().stream().findFirst();
        if (first.isPresent()) {
            throw first.get();
        }
    }

    private static Constraints names(String database, String table) {
        return new Constraints().name("databaseName", database).name("tableName", table);
    }

    private TableRecord table(String database, String table) {
        return tables.get(HiveName.folded(database), HiveName.folded(table));
    }
}
