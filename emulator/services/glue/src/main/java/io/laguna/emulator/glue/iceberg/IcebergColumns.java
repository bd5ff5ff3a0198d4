package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

/**
 * The columns of an Iceberg table in the catalog, as Iceberg's own GlueCatalog and Athena write them: those of the
 * current schema, and behind them those of earlier schemas that are gone, which the parameters tell apart.
 *
 * @see <a
 *     href="https://github.com/apache/iceberg/blob/main/aws/src/main/java/org/apache/iceberg/aws/glue/IcebergToGlueConverter.java">
 *     Iceberg's own</a>
 */
public final class IcebergColumns {
    /** The parameter that says whether a column may be null. */
    static final String OPTIONAL = "iceberg.field.optional";

    private static final String ID = "iceberg.field.id";
    private static final String CURRENT = "iceberg.field.current";

    private final List<Column> columns = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    private IcebergColumns() {}

    static List<Column> of(IcebergMetadata metadata) {
        IcebergColumns found = new IcebergColumns();
        found.add(metadata.currentSchema(), true);
        metadata.schemas().forEach(schema -> found.add(schema, false));
        return found.columns;
    }

    /**
     * Checks that metadata is whole: no field twice, and partitions and sort orders of fields that are there.
     *
     * @throws InvalidInputException when it is not
     */
    static void check(IcebergMetadata metadata) {
        Set<String> names = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode field : metadata.currentSchema().path("fields")) {
            if (!names.add(field.path("name").asText())
                    || !ids.add(field.path("id").asInt())) {
                throw GivenParts.invalid("Column " + field.path("name").asText() + " or its id is there twice.");
            }
        }
        if (ids.isEmpty()) {
            throw GivenParts.invalid("An Iceberg table needs columns.");
        }
        for (String list : List.of("partition-specs", "sort-orders")) {
            metadata.json().path(list).findValues("source-id").forEach(source -> {
                if (metadata.schemas().stream().noneMatch(schema -> hasId(schema, source.asInt()))) {
                    throw GivenParts.invalid("There is no field with id " + source + ".");
                }
            });
        }
    }

    /** Returns the highest id of a schema's fields, with those within types. */
    static int lastId(JsonNode schema) {
        return ids(schema).max().orElse(0);
    }

    private static boolean hasId(JsonNode schema, int id) {
        return ids(schema).anyMatch(each -> each == id);
    }

    private static IntStream ids(JsonNode schema) {
        return Stream.of("id", "element-id", "key-id", "value-id")
                .flatMap(member -> schema.findValues(member).stream())
                .mapToInt(JsonNode::asInt);
    }

    private void add(JsonNode schema, boolean current) {
        for (JsonNode field : schema.path("fields")) {
            String name = field.path("name").asText().toLowerCase(Locale.ROOT);
            if (names.add(name)) {
                columns.add(Column.builder()
                        .name(name)
                        .type(type(field.path("type")))
                        .comment(Optional.ofNullable(field.get("doc"))
                                .map(JsonNode::asText)
                                .orElse(null))
                        .parameters(Map.of(
                                ID, field.path("id").asText(),
                                OPTIONAL,
                                        Boolean.toString(!field.path("required").asBoolean()),
                                CURRENT, Boolean.toString(current)))
                        .build());
            }
        }
    }

    private static String type(JsonNode type) {
        if (!type.isObject()) {
            return primitive(type.asText());
        }
        return switch (type.path("type").asText()) {
            case "list" -> "array<" + type(type.path("element")) + ">";
            case "map" -> "map<" + type(type.path("key")) + "," + type(type.path("value")) + ">";
            default -> StreamSupport.stream(type.path("fields").spliterator(), false)
                    .map(field -> field.path("name").asText() + ":" + type(field.path("type")))
                    .collect(Collectors.joining(",", "struct<", ">"));
        };
    }

    private static String primitive(String type) {
        return switch (type) {
            case "long" -> "bigint";
            case "time", "uuid" -> "string";
            case "timestamptz", "timestamp_ns", "timestamptz_ns" -> "timestamp";
            default -> type.startsWith("fixed") ? "binary" : type.replace(" ", "");
        };
    }
}
