package io.laguna.glue.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * The rows behind those that earlier runs have read, by columns whose values only grow or only shrink.
 *
 * @param table a table, or a query in brackets with a name
 */
public record KeyRange(Database database, String table, List<String> keys, boolean ascending) {

    /** Returns the last values of the keys as SQL literals, none when there are no rows. */
    public Optional<List<String>> last(SparkSession session) {
        List<String> literals = new ArrayList<>();
        for (String key : keys) {
            String known = equal(literals);
            Object value = database.row(
                            session,
                            "SELECT " + (ascending ? "MAX(" : "MIN(") + key + ") AS last_key FROM " + table
                                    + (known.isEmpty() ? "" : " WHERE " + known))
                    .get(0);
            if (value == null) {
                return Optional.empty();
            }
            literals.add(literal(value));
        }
        return Optional.of(literals);
    }

    private String equal(List<String> literals) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            conditions.add(keys.get(i) + " = " + literals.get(i));
        }
        return String.join(" AND ", conditions);
    }

    private static String literal(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : "'" + value.toString().replace("'", "''") + "'";
    }

    /** Returns the condition of rows behind some values, up to and with others. */
    public String between(Optional<List<String>> before, List<String> last) {
        String upTo = "NOT (" + behind(last) + ")";
        return before.map(values -> "(" + behind(values) + ") AND " + upTo).orElse(upTo);
    }

    private String behind(List<String> values) {
        List<String> choices = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String same = equal(values.subList(0, i));
            String beyond = keys.get(i) + (ascending ? " > " : " < ") + values.get(i);
            choices.add("(" + (same.isEmpty() ? beyond : same + " AND " + beyond) + ")");
        }
        return String.join(" OR ", choices);
    }
}
