package io.laguna.emulator.glue.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The events that tell of changes in the catalog. A change is decided in the metastore, which has no transaction in common
 * with the state: an event follows its change, and is lost with a process that is killed between the two. AWS promises no
 * more: its events are delivered "on a best effort basis".
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/automating-awsglue-with-cloudwatch-events.html">Glue's events</a>
 */
public record CatalogEvents(State state) {
    private static final String SOURCE = "aws.glue";

    /**
     * Tells of a change of a database, or of which tables it has.
     *
     * @param type the operation: {@code CreateTable}
     * @param tables those that have changed
     */
    public void database(Caller caller, String database, String type, List<String> tables) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("databaseName", database)
                .put("typeOfChange", type);
        tables.forEach(detail.putArray("changedTables")::add);
        put(caller, "Glue Data Catalog Database State Change", caller.arn("glue", "database/" + database), detail);
    }

    /**
     * Tells of a change of a table, or of its partitions.
     *
     * @param type the operation: {@code BatchCreatePartition}
     * @param partitions the values of those that have changed; without any, nothing has
     */
    public void partitions(
            Caller caller, String database, String table, String type, Collection<List<String>> partitions) {
        if (!partitions.isEmpty()) {
            table(caller, database, table, type, partitions);
        }
    }

    /** Tells of a change of a table's own definition. */
    public void table(Caller caller, String database, String table, String type) {
        table(caller, database, table, type, List.of());
    }

    private void table(Caller caller, String database, String table, String type, Collection<List<String>> partitions) {
        ObjectNode detail = JsonNodeFactory.instance
                .objectNode()
                .put("databaseName", database)
                .put("tableName", table)
                .put("typeOfChange", type);
        partitions.stream().map(values -> String.join(", ", values)).forEach(detail.putArray("changedPartitions")::add);
        put(
                caller,
                "Glue Data Catalog Table State Change",
                caller.arn("glue", "table/" + database + "/" + table),
                detail);
    }

    private void put(Caller caller, String type, String resource, ObjectNode detail) {
        state.write(transaction -> {
            new Outbox(transaction).put(Event.of(SOURCE, type, caller, Instant.now(), List.of(resource), detail));
            return type;
        });
    }
}
