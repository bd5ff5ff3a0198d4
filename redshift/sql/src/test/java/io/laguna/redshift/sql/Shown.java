package io.laguna.redshift.sql;

import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A statement as text for cases: its SQL, or its name with all its parts that say something. */
final class Shown {
    private Shown() {}

    static String statement(Statement statement) {
        return statement instanceof Statement.PlainSql plain
                ? plain.sql().text().strip()
                : record((Record) statement);
    }

    private static String record(Record value) {
        List<String> parts = new ArrayList<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String text = part(component, value);
            if (!text.isEmpty()) {
                parts.add(component.getName() + "=" + text);
            }
        }
        return value.getClass().getSimpleName() + (parts.isEmpty() ? "" : "(" + String.join(", ", parts) + ")");
    }

    private static String part(RecordComponent component, Record value) {
        try {
            return value(component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a value as text; false, and what is empty, say nothing. */
    private static String value(Object value) {
        if (value instanceof Rewritten sql) {
            return "{" + sql.text().strip() + "}";
        }
        if (value instanceof QualifiedName name) {
            return name.toString();
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> inner instanceof Boolean ? inner.toString() : value(inner))
                    .orElse("");
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(key.toString(), value(each)));
            return sorted.isEmpty() ? "" : sorted.toString();
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? ""
                    : list.stream().map(Shown::value).toList().toString();
        }
        if (value instanceof Record inner) {
            String text = record(inner);
            return text.equals("TableProperties") || text.equals("LoadOptions") ? "" : text;
        }
        return Boolean.FALSE.equals(value)
                ? ""
                : value.toString()
                        .replace("\t", "<tab>")
                        .replace("\n", "<newline>")
                        .replace("\1", "<1>");
    }
}
