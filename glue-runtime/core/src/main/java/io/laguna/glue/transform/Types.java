package io.laguna.glue.transform;

import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of fields by their paths: what {@link Fields} does to records, done to their schema. */
final class Types {
    private Types() {}

    /** Returns the type at the end of a path that leads through structs. */
    static Optional<GlueType> get(StructType struct, FieldPath path, boolean caseSensitive) {
        GlueType type = struct;
        for (String step : path.steps()) {
            Optional<GlueType> next = field(type, step, caseSensitive);
            if (next.isEmpty()) {
                return next;
            }
            type = next.get();
        }
        return Optional.of(type);
    }

    private static Optional<GlueType> field(GlueType type, String step, boolean caseSensitive) {
        if (type instanceof ChoiceType choice && choice.choices().containsKey("struct")) {
            return field(choice.choices().get("struct"), step, caseSensitive);
        }
        return type instanceof StructType struct
                ? name(struct, step, caseSensitive).map(struct.fields()::get)
                : Optional.empty();
    }

    /** Returns the name under which a struct has a field. */
    static Optional<String> name(StructType struct, String step, boolean caseSensitive) {
        if (struct.fields().containsKey(step)) {
            return Optional.of(step);
        }
        return caseSensitive
                ? Optional.empty()
                : struct.fields().keySet().stream()
                        .filter(name -> name.equalsIgnoreCase(step))
                        .findFirst();
    }

    /** Returns a struct with one more field, or with the type of a field replaced; structs on the way are made. */
    static StructType put(StructType struct, List<String> steps, GlueType type) {
        Map<String, GlueType> fields = new LinkedHashMap<>(struct.fields());
        String name = steps.get(0);
        if (steps.size() == 1) {
            fields.put(name, type);
        } else {
            StructType inner = fields.get(name) instanceof StructType existing ? existing : StructType.EMPTY;
            fields.put(name, put(inner, steps.subList(1, steps.size()), type));
        }
        return new StructType(fields);
    }

    /** Returns the schema without a field; with its last field a struct goes. */
    static StructType drop(StructType struct, FieldPath path) {
        return dropFrom(struct, path.steps()).map(StructType.class::cast).orElse(StructType.EMPTY);
    }

    private static Optional<GlueType> dropFrom(GlueType type, List<String> steps) {
        if (steps.isEmpty()) {
            return Optional.empty();
        } else if (type instanceof ArrayType array) {
            List<String> inner = steps.get(0).equals(FieldPath.ELEMENTS) ? steps.subList(1, steps.size()) : steps;
            return dropFrom(array.element(), inner).map(ArrayType::new);
        } else if (type instanceof ChoiceType choice) {
            Map<String, GlueType> choices = new LinkedHashMap<>();
            choice.choices().forEach((name, each) -> dropFrom(each, steps).ifPresent(rest -> choices.put(name, rest)));
            return choices.isEmpty() ? Optional.empty() : Optional.of(new ChoiceType(choices));
        } else if (type instanceof StructType struct && struct.fields().containsKey(steps.get(0))) {
            Map<String, GlueType> fields = new LinkedHashMap<>(struct.fields());
            String name = steps.get(0);
            dropFrom(fields.get(name), steps.subList(1, steps.size()))
                    .ifPresentOrElse(rest -> fields.put(name, rest), () -> fields.remove(name));
            return fields.isEmpty() ? Optional.empty() : Optional.of(new StructType(fields));
        }
        return Optional.of(type);
    }
}
