package io.laguna.emulator.glue.iceberg;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

/**
 * A schema of Iceberg's that is made from columns of the catalog. Fields get their numbers as Iceberg gives them: those
 * of a structure first, then those within them.
 *
 * @see <a href="https://iceberg.apache.org/spec/#schemas-and-data-types">Schemas and data types</a>
 */
final class NewSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private int lastId;

    /** Returns the schema. A column is required only when its parameters say that it is not optional. */
    static ObjectNode of(List<Column> columns) {
        ObjectNode schema = NODES.objectNode().put("type", "struct").put("schema-id", 0);
        schema.set("fields", new NewSchema().fields(columns));
        return schema;
    }

    private ArrayNode fields(List<Column> columns) {
        ArrayNode fields = NODES.arrayNode();
        for (Column column : columns) {
            ObjectNode field =
                    field(column.name(), "false".equals(column.parameters().get(IcebergColumns.OPTIONAL)));
            Optional.ofNullable(column.comment()).ifPresent(comment -> field.put("doc", comment));
            fields.add(field);
        }
        for (int i = 0; i < columns.size(); i++) {
            String type = Optional.ofNullable(columns.get(i).type()).orElse("");
            put((ObjectNode) fields.get(i), "type", CatalogType.of(type));
        }
        return fields;
    }

    private ObjectNode field(String name, boolean required) {
        return NODES.objectNode().put("id", ++lastId).put("name", name).put("required", required);
    }

    private void put(ObjectNode node, String member, CatalogType type) {
        if (type instanceof CatalogType.Simple simple) {
            node.put(member, primitive(simple.name()));
            return;
        }
        ObjectNode nested = node.putObject(member);
        if (type instanceof CatalogType.ListOf list) {
            nested.put("type", "list").put("element-id", ++lastId);
            put(nested, "element", list.element());
            nested.put("element-required", false);
        } else if (type instanceof CatalogType.MapOf map) {
            nested.put("type", "map").put("key-id", ++lastId);
            int valueId = ++lastId;
            put(nested, "key", map.key());
            nested.put("value-id", valueId);
            put(nested, "value", map.value());
            nested.put("value-required", false);
        } else if (type instanceof CatalogType.Struct struct) {
            ArrayNode fields = nested.put("type", "struct").putArray("fields");
            struct.members().forEach(each -> fields.add(field(each.name(), false)));
            for (int i = 0; i < struct.members().size(); i++) {
                put((ObjectNode) fields.get(i), "type", struct.members().get(i).type());
            }
        }
    }

    private static String primitive(String type) {
        String word = type.replaceAll("\\(.*", "");
        return switch (word) {
            case "boolean",
                    "float",
                    "double",
                    "date",
                    "timestamp",
                    "timestamptz",
                    "time",
                    "uuid",
                    "string",
                    "binary" -> word;
            case "tinyint", "smallint", "int", "integer" -> "int";
            case "bigint", "long" -> "long";
            case "char", "varchar" -> "string";
            case "decimal" -> type.equals(word)
                    ? "decimal(10, 0)"
                    : type.contains(",") ? type.replace(",", ", ") : type.replace(")", ", 0)");
            default -> throw InvalidInputException.builder()
                    .message("Type " + type + " is none of Iceberg's.")
                    .build();
        };
    }
}
