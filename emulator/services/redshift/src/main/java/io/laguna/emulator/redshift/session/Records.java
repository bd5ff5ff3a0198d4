package io.laguna.emulator.redshift.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.redshift.sql.statement.KeyConstraint;
import io.laguna.redshift.sql.statement.TableProperties;
import io.laguna.redshift.sql.text.Literals;
import io.laguna.redshift.sql.text.QualifiedName;
import java.util.List;
import java.util.Optional;

/** The statements that record what Redshift knows of a table: see {@code records.sql}. */
final class Records {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** Returns what records a new table, or materialized view. */
    static String created(QualifiedName table, ObjectNode said) {
        return call("record", table, said.toString());
    }

    /** Returns what records a change of a table. */
    static String altered(QualifiedName table, ObjectNode said) {
        return call("alter_record", table, said.toString());
    }

    /** Returns what takes a key from the record. */
    static String keyDropped(QualifiedName table, String key) {
        return call("drop_key", table, key);
    }

    private static String call(String function, QualifiedName table, String argument) {
        return "SELECT laguna." + function + "(" + Literals.quoted(table.sql()) + "::regclass, "
                + Literals.quoted(argument) + ")";
    }

    /** Returns what a statement says of its table, in the form of {@code laguna.record}. */
    static ObjectNode said(TableProperties properties, List<KeyConstraint> keys, Optional<QualifiedName> like) {
        ObjectNode said = JSON.createObjectNode();
        properties.distribution().ifPresent(style -> said.put("diststyle", style));
        properties.distributionKey().ifPresent(column -> said.put("distkey", column));
        properties.sortKey().ifPresent(key -> {
            said.put("sortstyle", key.style());
            said.set("sortkey", names(key.columns()));
        });
        properties.backup().ifPresent(backup -> said.put("backup", backup));
        if (!properties.encodings().isEmpty()) {
            ObjectNode encodings = said.putObject("encodings");
            properties.encodings().forEach(encodings::put);
        }
        if (!keys.isEmpty()) {
            ArrayNode all = said.putArray("keys");
            keys.forEach(key -> all.add(key(key)));
        }
        like.ifPresent(source -> said.put("like", source.sql()));
        return said;
    }

    private static ObjectNode key(KeyConstraint key) {
        ObjectNode said = JSON.createObjectNode();
        key.name().ifPresent(name -> said.put("name", name));
        said.put(
                "kind",
                switch (key.kind()) {
                    case PRIMARY_KEY -> "p";
                    case UNIQUE -> "u";
                    case FOREIGN_KEY -> "f";
                });
        said.set("columns", names(key.columns()));
        key.references().ifPresent(table -> {
            said.put("references", table.sql());
            said.set("referenced", names(key.referenced()));
        });
        return said;
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode all = JSON.createArrayNode();
        names.forEach(all::add);
        return all;
    }
}
