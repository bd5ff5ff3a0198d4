package io.laguna.emulator.logs;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;

/** Metric filters in the state, over one connection to it. */
record MetricFilterRecords(Handle handle) {
    /** Keeps a filter in place of the one of its name. */
    void put(long group, MetricFilter filter) {
        handle.execute(
                "insert into logs_metric_filter (log_group, name, filter) values (?, ?, ?)"
                        + " on conflict (log_group, name) do update set filter = excluded.filter",
                group,
                filter.filterName(),
                ShapeJson.write(filter));
    }

    Optional<MetricFilter> find(long group, String name) {
        return of(group).stream()
                .filter(filter -> filter.filterName().equals(name))
                .findFirst();
    }

    List<MetricFilter> of(long group) {
        return handle.select("select filter from logs_metric_filter where log_group = ?", group)
                .mapTo(String.class)
                .map(MetricFilterRecords::read)
                .list();
    }

    List<MetricFilter> all(Caller caller) {
        return handle.select(
                        "select f.filter from logs_metric_filter f join logs_group g on g.id = f.log_group"
                                + " where g.account = ? and g.region = ?",
                        caller.accountId(),
                        caller.region())
                .mapTo(String.class)
                .map(MetricFilterRecords::read)
                .list();
    }

    /** Deletes a filter; tells whether it was there. */
    boolean delete(long group, String name) {
        return handle.execute("delete from logs_metric_filter where log_group = ? and name = ?", group, name) == 1;
    }

    private static MetricFilter read(String json) {
        return ShapeJson.read(json, MetricFilter.builder());
    }
}
