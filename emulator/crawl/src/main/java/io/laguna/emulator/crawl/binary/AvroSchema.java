package io.laguna.emulator.crawl.binary;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import io.laguna.emulator.crawl.schema.ColumnType.Union;
import io.laguna.emulator.crawl.schema.Decimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The columns of an Avro schema, by the rules of Hive's AvroSerDe, which reads these tables.
 *
 * @see <a href="https://cwiki.apache.org/confluence/display/hive/avroserde">AvroSerDe, Avro to Hive type conversion</a>
 */
final class AvroSchema {
    /** Named types that have been defined so far; a type may name itself, and is a string there. */
    private final Map<String, ColumnType> named = new HashMap<>();

    private AvroSchema() {}

    static List<Column> columns(JsonNode schema) {
        AvroSchema types = new AvroSchema();
        if (!schema.path("type").asText().equals("record")) {
            return List.of(Column.of("column", types.type(schema)));
        }
        List<Column> columns = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            columns.add(Column.of(field.path("name").asText(), types.type(field.path("type"))));
        }
        return columns;
    }

    private ColumnType type(JsonNode schema) {
        if (schema.isArray()) {
            return union(schema);
        }
        if (schema.isTextual()) {
            return primitive(schema.textValue());
        }
        JsonNode type = schema.path("type");
        return switch (type.asText()) {
            case "record", "error" -> record(schema);
            case "array" -> new ArrayOf(type(schema.path("items")));
            case "map" -> new MapOf(ColumnType.STRING, type(schema.path("values")));
            case "enum" -> define(schema, ColumnType.STRING);
            case "fixed" -> define(schema, logical(schema, new Simple("binary")));
            case "" -> type(type);
            default -> logical(schema, primitive(type.asText()));
        };
    }

    private ColumnType record(JsonNode schema) {
        define(schema, ColumnType.STRING);
        List<Member> members = new ArrayList<>();
        for (JsonNode field : schema.path("fields")) {
            members.add(new Member(field.path("name").asText().toLowerCase(Locale.ROOT), type(field.path("type"))));
        }
        return define(schema, new Struct(members));
    }

    private ColumnType define(JsonNode schema, ColumnType type) {
        String name = schema.path("name").asText();
        named.put(name, type);
        named.put(schema.path("namespace").asText() + "." + name, type);
        return type;
    }

    /** A value that may be null is of the other type. */
    private ColumnType union(JsonNode schema) {
        List<ColumnType> types = new ArrayList<>();
        for (JsonNode each : schema) {
            if (!each.asText().equals("null")) {
                types.add(type(each));
            }
        }
        return switch (types.size()) {
            case 0 -> ColumnType.UNKNOWN;
            case 1 -> types.get(0);
            default -> new Union(types);
        };
    }

    private ColumnType primitive(String name) {
        return switch (name) {
            case "int", "float", "double", "boolean", "string" -> new Simple(name);
            case "long" -> ColumnType.BIGINT;
            case "bytes" -> new Simple("binary");
            default -> byName(name);
        };
    }

    private ColumnType byName(String name) {
        ColumnType known = named.get(name);
        return known == null ? named.getOrDefault(name.substring(name.lastIndexOf('.') + 1), ColumnType.STRING) : known;
    }

    private static ColumnType logical(JsonNode schema, ColumnType plain) {
        return switch (schema.path("logicalType").asText()) {
            case "date" -> new Simple("date");
            case "timestamp-millis" -> new Simple("timestamp");
            case "decimal" -> new Decimal(
                            schema.path("precision").asInt(),
                            schema.path("scale").asInt())
                    .type();
            default -> plain;
        };
    }
}
