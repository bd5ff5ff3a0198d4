package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsError;
import software.amazon.awssdk.services.glue.model.DeleteColumnStatisticsForPartitionRequest;
import software.amazon.awssdk.services.glue.model.DeleteColumnStatisticsForPartitionResponse;
import software.amazon.awssdk.services.glue.model.GetColumnStatisticsForPartitionRequest;
import software.amazon.awssdk.services.glue.model.GetColumnStatisticsForPartitionResponse;
import software.amazon.awssdk.services.glue.model.UpdateColumnStatisticsForPartitionRequest;
import software.amazon.awssdk.services.glue.model.UpdateColumnStatisticsForPartitionResponse;

/**
 * The operations on column statistics of partitions:
 * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-partitions.html
 */
final class PartitionStatistics extends Room {
    private final Account account;
    private final TableRecords tables;
    private final PartitionRecords partitions;
    private final StatisticsUpdate statistics;

    PartitionStatistics(
            Account account, TableRecords tables, PartitionRecords partitions, StatisticsUpdate statistics) {
        this.account = account;
        this.tables = tables;
        this.partitions = partitions;
        this.statistics = statistics;
    }

    @Override
    public GetColumnStatisticsForPartitionResponse getColumnStatisticsForPartition(
            GetColumnStatisticsForPartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .size("columnNames", request.columnNames(), 0, 100)
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        PartitionRecord partition = partition(table, request.partitionValues());
        StatisticsUpdate.Found found = statistics.get(owner(table, partition), request.columnNames());
        return GetColumnStatisticsForPartitionResponse.builder()
                .columnStatisticsList(found.columns())
                .errors(found.errors())
                .build();
    }

    @Override
    public UpdateColumnStatisticsForPartitionResponse updateColumnStatisticsForPartition(
            UpdateColumnStatisticsForPartitionRequest request) {
        account.check(request);
        StatisticsUpdate.check(names(request.databaseName(), request.tableName()), request.columnStatisticsList())
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        PartitionRecord partition = partition(table, request.partitionValues());
        List<ColumnStatisticsError> errors = absorbing(
                table, partition, () -> statistics.put(owner(table, partition), request.columnStatisticsList()));
        return UpdateColumnStatisticsForPartitionResponse.builder()
                .errors(errors)
                .build();
    }

    @Override
    public DeleteColumnStatisticsForPartitionResponse deleteColumnStatisticsForPartition(
            DeleteColumnStatisticsForPartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .name("columnName", request.columnName())
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        PartitionRecord partition = partition(table, request.partitionValues());
        absorbing(table, partition, () -> {
            statistics.delete(owner(table, partition), request.columnName());
            return Optional.empty();
        });
        return DeleteColumnStatisticsForPartitionResponse.builder().build();
    }

    /**
     * Does work that changes statistics, and takes the partition that the metastore then shows for unchanged: the
     * metastore notes in a partition's parameters which statistics it has.
     */
    private <T> T absorbing(TableRecord table, PartitionRecord partition, Supplier<T> work) {
        T result = work.get();
        if (partition.isAsWritten()) {
            partitions.settle(table.hive(), List.of(partition.name()));
        }
        return result;
    }

    private PartitionRecord partition(TableRecord table, List<String> values) {
        if (!PartitionWrites.fits(table, values)) {
            throw PartitionWrites.mismatch();
        }
        return partitions
                .find(table.hive(), table.definition().partitionKeys(), values)
                .orElseThrow(PartitionWrites::notFound);
    }

    private TableRecord table(String database, String table) {
        return tables.get(HiveName.folded(database), HiveName.folded(table));
    }

    private static StatisticsRecords.Owner owner(TableRecord table, PartitionRecord partition) {
        return new StatisticsRecords.Owner(table, Optional.of(partition.name()));
    }

    private static Constraints names(String database, String table) {
        return new Constraints().name("databaseName", database).name("tableName", table);
    }
}
