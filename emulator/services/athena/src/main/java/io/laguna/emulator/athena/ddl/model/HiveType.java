package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a column, in the words of the Data Catalog and of Trino.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/data-types.html">Data types in Athena</a>
 */
public sealed interface HiveType {
    /** Returns the type as the Data Catalog has it: {@code struct<a:int,b:array<string>>}. */
    String hive();

    /** Returns the type as Iceberg's tables have it: {@code row("a" integer, "b" array(varchar))}. */
    String trino();

    /** A type of a single value, named with its length or precision. */
    record Scalar(String name) implements HiveType {
        @Override
        public String hive() {
            return name;
        }

        @Override
        public String trino() {
            return switch (name) {
                case "string" -> "varchar";
                case "int" -> "integer";
                case "float" -> "real";
                case "binary" -> "varbinary";
                    // Iceberg's timestamps are of microseconds.
                case "timestamp" -> "timestamp(6)";
                default -> name;
            };
        }
    }

    record ArrayOf(HiveType element) implements HiveType {
        @Override
        public String hive() {
            return "array<" + element.hive() + ">";
        }

        @Override
        public String trino() {
            return "array(" + element.trino() + ")";
        }
    }

    record MapOf(HiveType key, HiveType value) implements HiveType {
        @Override
        public String hive() {
            return "map<" + key.hive() + "," + value.hive() + ">";
        }

        @Override
        public String trino() {
            return "map(" + key.trino() + ", " + value.trino() + ")";
        }
    }

    record StructOf(List<Field> fields) implements HiveType {
        /** A member of a structure. */
        public record Field(String name, HiveType type) {}

        @Override
        public String hive() {
            return fields.stream()
                    .map(field -> field.name() + ":" + field.type().hive())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }

        @Override
        public String trino() {
            return fields.stream()
                    .map(field ->
                            Quoted.identifier(field.name()) + " " + field.type().trino())
                    .collect(Collectors.joining(", ", "row(", ")"));
        }
    }
}
