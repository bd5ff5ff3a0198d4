package io.laguna.emulator.crawl.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import io.laguna.emulator.crawl.schema.Column;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The columns of an Iceberg table's current schema. */
final class IcebergSchema {
    private IcebergSchema() {}

    static List<Column> columns(JsonNode metadata) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode field : current(metadata).path("fields")) {
            columns.add(Column.of(field.path("name").asText(), type(field.path("type"))));
        }
        return columns;
    }

    /** Format version 1 may have one schema only. */
    private static JsonNode current(JsonNode metadata) {
        for (JsonNode schema : metadata.path("schemas")) {
            if (schema.path("schema-id").equals(metadata.path("current-schema-id"))) {
                return schema;
            }
        }
        return metadata.path("schema");
    }

    private static ColumnType type(JsonNode type) {
        if (type.isTextual()) {
            return primitive(type.textValue());
        }
        return switch (type.path("type").asText()) {
            case "list" -> new ArrayOf(type(type.path("element")));
            case "map" -> new MapOf(type(type.path("key")), type(type.path("value")));
            case "struct" -> struct(type);
            default -> ColumnType.STRING;
        };
    }

    private static Struct struct(JsonNode type) {
        List<Member> members = new ArrayList<>();
        for (JsonNode field : type.path("fields")) {
            members.add(new Member(field.path("name").asText().toLowerCase(Locale.ROOT), type(field.path("type"))));
        }
        return new Struct(members);
    }

    private static ColumnType primitive(String name) {
        return switch (name) {
            case "boolean", "int", "float", "double", "date", "timestamp", "binary" -> new Simple(name);
            case "long" -> ColumnType.BIGINT;
            case "timestamptz" -> new Simple("timestamp");
            default -> other(name);
        };
    }

    private static ColumnType other(String name) {
        if (name.startsWith("decimal(")) {
            return new Simple(name.replace(" ", ""));
        }
        return name.startsWith("fixed[") ? new Simple("binary") : ColumnType.STRING;
    }
}
