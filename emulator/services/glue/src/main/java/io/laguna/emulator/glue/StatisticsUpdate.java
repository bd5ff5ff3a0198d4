package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.StatisticsView;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.trino.hive.thrift.metastore.ColumnStatisticsObj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.ColumnError;
import software.amazon.awssdk.services.glue.model.ColumnStatistics;
import software.amazon.awssdk.services.glue.model.ColumnStatisticsError;
import software.amazon.awssdk.services.glue.model.GlueException;

/** The common part of the operations on tables' and on partitions' statistics. */
final class StatisticsUpdate {
    private final StatisticsRecords statistics;

    StatisticsUpdate(StatisticsRecords statistics) {
        this.statistics = statistics;
    }

    /** Columns and errors, each in the order in which they were asked for. */
    record Found(List<ColumnStatistics> columns, List<ColumnError> errors) {}

    Found get(StatisticsRecords.Owner owner, List<String> columns) {
        Map<String, ColumnStatistics> found = statistics.get(owner, columns);
        List<ColumnError> errors = columns.stream()
                .filter(column -> !found.containsKey(column))
                .map(column -> ColumnError.builder()
                        .columnName(column)
                        .error(Failures.detail(none(column)))
                        .build())
                .toList();
        return new Found(List.copyOf(found.values()), errors);
    }

    /** Writes the statistics that can be written, and returns why the others cannot. */
    List<ColumnStatisticsError> put(StatisticsRecords.Owner owner, List<ColumnStatistics> columns) {
        Map<ColumnStatistics, ColumnStatisticsObj> good = new LinkedHashMap<>();
        List<ColumnStatisticsError> errors = new ArrayList<>();
        for (ColumnStatistics column : columns) {
            Optional<ColumnStatisticsObj> hive = StatisticsView.toHive(column);
            if (!owner.hasColumn(column.columnName())) {
                errors.add(error(column, Failures.notFound("Column " + column.columnName() + " not found.")));
            } else if (hive.isEmpty()) {
                errors.add(error(
                        column,
                        Failures.invalid(
                                "The statistics of column " + column.columnName() + " have no data of their type.")));
            } else {
                good.put(column, hive.get());
            }
        }
        if (!good.isEmpty()) {
            statistics.put(owner, good);
        }
        return errors;
    }

    void delete(StatisticsRecords.Owner owner, String column) {
        if (!statistics.delete(owner, column)) {
            throw none(column);
        }
    }

    static Constraints check(Constraints constraints, List<ColumnStatistics> columns) {
        constraints.size("columnStatisticsList", columns, 0, 25);
        for (int i = 0; i < columns.size(); i++) {
            String path = "columnStatisticsList." + (i + 1) + ".member";
            constraints
                    .name(path + ".columnName", columns.get(i).columnName())
                    .present(path + ".columnType", columns.get(i).columnType())
                    .present(path + ".analyzedTime", columns.get(i).analyzedTime())
                    .present(path + ".statisticsData", columns.get(i).statisticsData());
        }
        return constraints;
    }

    private static GlueException none(String column) {
        return Failures.notFound("Column statistics not found for column " + column + ".");
    }

    private static ColumnStatisticsError error(ColumnStatistics column, GlueException failure) {
        return ColumnStatisticsError.builder()
                .columnStatistics(column)
                .error(Failures.detail(failure))
                .build();
    }
}
