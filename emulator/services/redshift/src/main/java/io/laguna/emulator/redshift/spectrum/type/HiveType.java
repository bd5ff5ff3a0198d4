package io.laguna.emulator.redshift.spectrum.type;

import java.util.List;
import java.util.stream.Collectors;

/** A type of a column as the Data Catalog writes it. */
public sealed interface HiveType {
    /** Returns the type's text in the Data Catalog. */
    String text();

    /** Tells whether values are read by navigation only. */
    default boolean isNested() {
        return true;
    }

    /**
     * A type without parts.
     *
     * @param name {@code bigint}
     * @param arguments of {@code decimal}, {@code char} and {@code varchar}
     */
    record Simple(String name, List<Integer> arguments) implements HiveType {
        public Simple {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
        }

        @Override
        public boolean isNested() {
            return false;
        }
    }

    record Array(HiveType element) implements HiveType {
        @Override
        public String text() {
            return "array<" + element.text() + ">";
        }
    }

    record Map(HiveType key, HiveType value) implements HiveType {
        @Override
        public String text() {
            return "map<" + key.text() + "," + value.text() + ">";
        }
    }

    record Struct(List<Field> fields) implements HiveType {
        public Struct {
            fields = List.copyOf(fields);
        }

        @Override
        public String text() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type().text())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }
    }

    record Field(String name, HiveType type) {}
}
