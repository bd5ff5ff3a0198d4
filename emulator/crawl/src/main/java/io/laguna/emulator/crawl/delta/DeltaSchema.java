package io.laguna.emulator.crawl.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.CrawlFailedException;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.MapOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Simple;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The columns of a table of Delta Lake.
 *
 * @see <a href="https://github.com/delta-io/delta/blob/master/PROTOCOL.md#schema-serialization-format">Schema
 *     serialization</a>
 */
final class DeltaSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_COMMENT = 255;

    private DeltaSchema() {}

    /** Returns the columns in their order, those of partitions among them. */
    static List<Column> columns(String schema) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode field : parsed(schema).path("fields")) {
            Column.Builder column = Column.builder()
                    .name(field.path("name").asText().toLowerCase(Locale.ROOT))
                    .type(type(field.path("type")).text());
            String comment = field.path("metadata").path("comment").asText();
            if (!comment.isEmpty()) {
                column.comment(comment.substring(0, Math.min(LONGEST_COMMENT, comment.length())));
            }
            columns.add(column.build());
        }
        return columns;
    }

    private static JsonNode parsed(String schema) {
        try {
            return JSON.readTree(schema);
        } catch (JsonProcessingException e) {
            throw new CrawlFailedException("A Delta table's schema is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ColumnType type(JsonNode type) {
        if (type.isTextual()) {
            return simple(type.textValue());
        }
        return switch (type.path("type").asText()) {
            case "array" -> new ArrayOf(type(type.path("elementType")));
            case "map" -> new MapOf(type(type.path("keyType")), type(type.path("valueType")));
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

    private static ColumnType simple(String name) {
        return switch (name) {
            case "long" -> ColumnType.BIGINT;
            case "integer" -> ColumnType.INT;
            case "short" -> new Simple("smallint");
            case "byte" -> new Simple("tinyint");
            case "timestamp_ntz" -> new Simple("timestamp");
            case "float", "double", "boolean", "binary", "date", "timestamp" -> new Simple(name);
            default -> name.startsWith("decimal") ? new Simple(name.replace(" ", "")) : ColumnType.STRING;
        };
    }
}
