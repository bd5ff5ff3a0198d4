package io.laguna.emulator.redshift.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.statement.TableProperties;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How tables and materialized views are made and changed: the engine does its part, and the rest is recorded. */
final class Definitions {
    private Definitions() {}

    /** Returns the order of a statement, if it is a definition of the cluster's own tables. */
    static Optional<Order> order(Statement statement, String text) {
        if (statement instanceof Statement.CreateTable table) {
            ObjectNode said = Records.said(table.properties(), table.constraints(), table.like());
            return Optional.of(created(Orders.run(table.sql(), text), table.table(), said, table.temporary()));
        } else if (statement instanceof Statement.CreateTableAs table) {
            ObjectNode said = Records.said(table.properties(), List.of(), Optional.empty());
            return Optional.of(created(Orders.run(table.sql(), text), table.table(), said, table.temporary()));
        } else if (statement instanceof Statement.CreateMaterializedView view) {
            ObjectNode said = Records.said(view.properties(), List.of(), Optional.empty());
            said.put("auto_refresh", view.autoRefresh());
            return Optional.of(created(Orders.run(view.sql(), text), view.view(), said, false));
        } else if (statement instanceof Statement.RefreshMaterializedView view) {
            return Optional.of(Orders.run(view.sql(), text));
        } else if (statement instanceof Statement.AlterMaterializedView view) {
            ObjectNode said = Records.said(TableProperties.NONE, List.of(), Optional.empty());
            said.put("auto_refresh", view.autoRefresh());
            return Optional.of(recorded("ALTER MATERIALIZED VIEW", List.of(Records.altered(view.view(), said))));
        } else if (statement instanceof Statement.AlterTable table) {
            return Optional.of(altered(table, text));
        } else if (statement instanceof Statement.AppendTable append) {
            return Optional.of(new Append(append));
        }
        return Optional.empty();
    }

    /** Returns the making of a table with its record. Temporary tables have none: nobody else sees them. */
    private static Order created(Run run, QualifiedName table, ObjectNode said, boolean temporary) {
        return temporary ? run : run.with(List.of(), List.of(Records.created(table, said)));
    }

    private static Order altered(Statement.AlterTable table, String text) {
        List<String> records = new ArrayList<>();
        table.droppedConstraint().ifPresent(key -> records.add(Records.keyDropped(table.table(), key)));
        ObjectNode said = Records.said(table.properties(), table.constraints(), Optional.empty());
        if (!said.isEmpty()) {
            records.add(Records.altered(table.table(), said));
        }
        return table.sql().isPresent()
                ? Orders.run(table.sql().get(), text).with(List.of(), records)
                : recorded("ALTER TABLE", records);
    }

    private static Order recorded(String tag, List<String> records) {
        return (Answer) bench -> {
            for (String sql : records) {
                bench.execute(sql);
            }
            return tag;
        };
    }
}
