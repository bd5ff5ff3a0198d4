package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Room;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsError;
import software.amazon.awssdk.services.glue.model.DeleteColumnStatisticsForTableRequest;
import software.amazon.awssdk.services.glue.model.DeleteColumnStatisticsForTableResponse;
import software.amazon.awssdk.services.glue.model.GetColumnStatisticsForTableRequest;
import software.amazon.awssdk.services.glue.model.GetColumnStatisticsForTableResponse;
import software.amazon.awssdk.services.glue.model.UpdateColumnStatisticsForTableRequest;
import software.amazon.awssdk.services.glue.model.UpdateColumnStatisticsForTableResponse;

/**
 * The operations on column statistics of tables:
 * https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html
 */
final class TableStatistics extends Room {
    private final Account account;
    private final TableRecords tables;
    private final TableWrites writes;
    private final StatisticsUpdate statistics;

    TableStatistics(Account account, TableRecords tables, TableWrites writes, StatisticsUpdate statistics) {
        this.account = account;
        this.tables = tables;
        this.writes = writes;
        this.statistics = statistics;
    }

    @Override
    public GetColumnStatisticsForTableResponse getColumnStatisticsForTable(GetColumnStatisticsForTableRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .size("columnNames", request.columnNames(), 0, 100)
                .check();
        TableRecord table = tables.get(HiveName.folded(request.databaseName()), HiveName.folded(request.tableName()));
        StatisticsUpdate.Found found = statistics.get(owner(table), request.columnNames());
        return GetColumnStatisticsForTableResponse.builder()
                .columnStatisticsList(found.columns())
                .errors(found.errors())
                .build();
    }

    @Override
    public UpdateColumnStatisticsForTableResponse updateColumnStatisticsForTable(
            UpdateColumnStatisticsForTableRequest request) {
        account.check(request);
        StatisticsUpdate.check(names(request.databaseName(), request.tableName()), request.columnStatisticsList())
                .check();
        List<ColumnStatisticsError> errors = writes.absorbing(
                HiveName.folded(request.databaseName()),
                HiveName.folded(request.tableName()),
                table -> statistics.put(owner(table), request.columnStatisticsList()));
        return UpdateColumnStatisticsForTableResponse.builder().errors(errors).build();
    }

    @Override
    public DeleteColumnStatisticsForTableResponse deleteColumnStatisticsForTable(
            DeleteColumnStatisticsForTableRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .name("columnName", request.columnName())
                .check();
        writes.absorbing(HiveName.folded(request.databaseName()), HiveName.folded(request.tableName()), table -> {
            statistics.delete(owner(table), request.columnName());
            return Optional.empty();
        });
        return DeleteColumnStatisticsForTableResponse.builder().build();
    }

    private static StatisticsRecords.Owner owner(TableRecord table) {
        return new StatisticsRecords.Owner(table, Optional.empty());
    }

    private static Constraints names(String database, String table) {
        return new Constraints().name("databaseName", database).name("tableName", table);
    }
}
