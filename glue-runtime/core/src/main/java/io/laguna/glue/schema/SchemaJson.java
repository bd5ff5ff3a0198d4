package io.laguna.glue.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.glue.record.Json;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.Atomic;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.DecimalType;
import io.laguna.glue.schema.GlueType.EnumType;
import io.laguna.glue.schema.GlueType.MapType;
import io.laguna.glue.schema.GlueType.SetType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON form of a type, as gluetypes writes it and the option {@code withSchema} of a format takes it. */
public final class SchemaJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SchemaJson() {}

    /** Returns the JSON text of a type. */
    public static String text(GlueType type) {
        return Json.text(struct(type));
    }

    /** Returns the type of a JSON text; an {@link IllegalArgumentException} says what is none. */
    public static GlueType parse(String json) {
        try {
            return type(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A schema is JSON as StructType.jsonValue() gives it: " + json, e);
        }
    }

    /** Returns the atomic type of a name. */
    static Atomic atomic(String name) {
        for (Atomic atomic : Atomic.values()) {
            if (atomic.typeName().equalsIgnoreCase(name)) {
                return atomic;
            }
        }
        throw new IllegalArgumentException("There is no type " + name);
    }

    private static Struct struct(GlueType type) {
        Struct struct = Struct.of("dataType", type.typeName());
        if (type instanceof StructType fields) {
            List<Object> list = new ArrayList<>();
            fields.fields()
                    .forEach((name, field) ->
                            list.add(Struct.of("name", name, "container", struct(field), "properties", new Struct())));
            struct.put("fields", list);
        } else if (type instanceof ChoiceType choice) {
            struct.put(
                    "choices",
                    choice.choices().values().stream().map(SchemaJson::struct).toList());
        } else if (type instanceof ArrayType array) {
            struct.put("elementType", struct(array.element()));
        } else if (type instanceof SetType set) {
            struct.put("elementType", struct(set.element()));
        } else if (type instanceof MapType map) {
            struct.put("valueType", struct(map.value()));
        } else if (type instanceof DecimalType decimal) {
            struct.put("precision", decimal.precision()).put("scale", decimal.scale());
        } else if (type instanceof EnumType options) {
            struct.put("options", options.options());
        }
        return struct.put("properties", new Struct());
    }

    private static GlueType type(JsonNode json) {
        String name = json.path("dataType").asText();
        return switch (name) {
            case "struct" -> {
                Map<String, GlueType> fields = new LinkedHashMap<>();
                json.path("fields")
                        .forEach(field -> fields.put(field.path("name").asText(), type(field.path("container"))));
                yield new StructType(fields);
            }
            case "choice" -> {
                Map<String, GlueType> choices = new LinkedHashMap<>();
                json.path("choices").forEach(choice -> {
                    GlueType type = type(choice);
                    choices.put(type.typeName(), type);
                });
                yield new ChoiceType(choices);
            }
            case "array" -> new ArrayType(type(json.path("elementType")));
            case "set" -> new SetType(type(json.path("elementType")));
            case "map" -> new MapType(type(json.path("valueType")));
            case "decimal" -> new DecimalType(
                    json.path("precision").asInt(10), json.path("scale").asInt(2));
            case "enum" -> {
                List<String> options = new ArrayList<>();
                json.path("options").forEach(option -> options.add(option.asText()));
                yield new EnumType(options);
            }
            default -> atomic(name);
        };
    }
}
