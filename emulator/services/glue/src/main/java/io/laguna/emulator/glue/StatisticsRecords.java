package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Metastore;
import io.laguna.emulator.glue.hive.StatisticsView;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import io.trino.hive.thrift.metastore.ColumnStatisticsDesc;
import io.trino.hive.thrift.metastore.ColumnStatisticsObj;
import io.trino.hive.thrift.metastore.NoSuchObjectException;
import io.trino.hive.thrift.metastore.ThriftHiveMetastore;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.thrift.TApplicationException;
import org.apache.thrift.TException;
import software.amazon.awssdk.services.glue.model.ColumnStatistics;

/**
 * The column statistics in the metastore, of a table or of one of its partitions.
 *
 * <p>The metastore keeps all of a statistic but the time of the analysis, which it sets itself. So statistics are kept
 * in the state too, as they were given, and are answered from there as long as the metastore still holds the same. The
 * state is written last: a process that is killed in between leaves the metastore's own time.
 */
final class StatisticsRecords {
    private final Metastore metastore;
    private final State state;

    StatisticsRecords(Metastore metastore, State state) {
        this.metastore = metastore;
        this.state = state;
    }

    /**
     * The table or partition that statistics belong to.
     *
     * @param partition Hive's name of it; empty for the whole table
     */
    record Owner(TableRecord table, Optional<String> partition) {
        String database() {
            return table.hive().getDbName();
        }

        String name() {
            return table.hive().getTableName();
        }

        boolean hasColumn(String column) {
            return table.hive().getSd().getCols().stream()
                    .anyMatch(field -> field.getName().equals(column.toLowerCase(Locale.ROOT)));
        }
    }

    /** Returns the statistics of the columns that have any, by the columns' names as the request gives them. */
    Map<String, ColumnStatistics> get(Owner owner, List<String> columns) {
        Map<String, ColumnStatistics> views = metastore.read(client -> {
            Map<String, ColumnStatistics> found = new LinkedHashMap<>();
            for (String column : columns) {
                view(client, owner, column).ifPresent(view -> found.put(column, view));
            }
            return found;
        });
        Map<String, ColumnStatistics> statistics = new LinkedHashMap<>();
        state.read(handle -> {
            views.forEach((column, view) -> statistics.put(
                    column,
                    handle.select(
                                    "select given from glue_column_statistics where entity = ? and hive_partition = ?"
                                            + " and hive_column = ? and seen = ?",
                                    owner.table().entity(),
                                    owner.partition().orElse(""),
                                    column.toLowerCase(Locale.ROOT),
                                    ShapeJson.write(view))
                            .mapTo(String.class)
                            .findFirst()
                            .map(given -> ShapeJson.read(given, ColumnStatistics.builder()))
                            .orElse(view)));
            return Optional.empty();
        });
        return statistics;
    }

    /** Replaces the statistics of these columns. */
    void put(Owner owner, Map<ColumnStatistics, ColumnStatisticsObj> columns) {
        ColumnStatisticsDesc description =
                new ColumnStatisticsDesc(owner.partition().isEmpty(), owner.database(), owner.name());
        owner.partition().ifPresent(description::setPartName);
        io.trino.hive.thrift.metastore.ColumnStatistics hive =
                new io.trino.hive.thrift.metastore.ColumnStatistics(description, List.copyOf(columns.values()));
        metastore.write(client -> {
            if (owner.partition().isPresent()) {
                client.updatePartitionColumnStatistics(hive);
            } else {
                client.updateTableColumnStatistics(hive);
            }
        });
        remember(owner, List.copyOf(columns.keySet()));
    }

    /** Deletes a column's statistics, and tells whether there were any. */
    boolean delete(Owner owner, String column) {
        if (!owner.hasColumn(column) || get(owner, List.of(column)).isEmpty()) {
            return false;
        }
        String name = column.toLowerCase(Locale.ROOT);
        metastore.write(client -> {
            if (owner.partition().isPresent()) {
                client.deletePartitionColumnStatistics(
                        owner.database(), owner.name(), owner.partition().get(), name);
            } else {
                client.deleteTableColumnStatistics(owner.database(), owner.name(), name);
            }
        });
        return state.read(handle -> {
            handle.execute(
                    "delete from glue_column_statistics where entity = ? and hive_partition = ? and hive_column = ?",
                    owner.table().entity(),
                    owner.partition().orElse(""),
                    name);
            return true;
        });
    }

    private void remember(Owner owner, List<ColumnStatistics> given) {
        Map<ColumnStatistics, String> views = metastore.read(client -> {
            Map<ColumnStatistics, String> seen = new LinkedHashMap<>();
            for (ColumnStatistics each : given) {
                view(client, owner, each.columnName()).ifPresent(view -> seen.put(each, ShapeJson.write(view)));
            }
            return seen;
        });
        state.write(transaction -> {
            views.forEach((each, seen) -> transaction.execute(
                    "insert into glue_column_statistics (entity, hive_partition, hive_column, given, seen)"
                            + " values (?, ?, ?, ?, ?) on conflict (entity, hive_partition, hive_column)"
                            + " do update set given = excluded.given, seen = excluded.seen",
                    owner.table().entity(),
                    owner.partition().orElse(""),
                    each.columnName().toLowerCase(Locale.ROOT),
                    ShapeJson.write(each),
                    seen));
            return Optional.empty();
        });
    }

    private static Optional<ColumnStatistics> view(ThriftHiveMetastore.Iface client, Owner owner, String column)
            throws TException {
        if (!owner.hasColumn(column)) {
            return Optional.empty();
        }
        String name = column.toLowerCase(Locale.ROOT);
        try {
            io.trino.hive.thrift.metastore.ColumnStatistics found = owner.partition()
                            .isPresent()
                    ? client.getPartitionColumnStatistics(
                            owner.database(), owner.name(), owner.partition().get(), name)
                    : client.getTableColumnStatistics(owner.database(), owner.name(), name);
            Instant analyzed = Instant.ofEpochSecond(found.getStatsDesc().getLastAnalyzed());
            return found.getStatsObj().stream()
                    .findFirst()
                    .map(statistics -> StatisticsView.fromHive(statistics, analyzed));
        } catch (NoSuchObjectException e) {
            return Optional.empty();
        } catch (TApplicationException e) {
            // Where there are none, the metastore answers null, which Thrift cannot say.
            if (e.getType() == TApplicationException.MISSING_RESULT) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
