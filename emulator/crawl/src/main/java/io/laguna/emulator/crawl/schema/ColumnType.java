package io.laguna.emulator.crawl.schema;

import java.util.List;
import java.util.stream.Collectors;

/** A type of Hive's. */
public sealed interface ColumnType {
    /** The type of a value of which only nulls were seen. */
    ColumnType UNKNOWN = new Unknown();

    ColumnType STRING = new Simple("string");
    ColumnType BIGINT = new Simple("bigint");
    ColumnType INT = new Simple("int");
    ColumnType DOUBLE = new Simple("double");
    ColumnType BOOLEAN = new Simple("boolean");

    /** Returns the type as the catalog writes it. */
    String text();

    /** Returns a type of the kind that a text of the catalog's names, with parts of any type. */
    static ColumnType like(String text) {
        if (text.startsWith("array<")) {
            return new ArrayOf(UNKNOWN);
        }
        if (text.startsWith("map<")) {
            return new MapOf(UNKNOWN, UNKNOWN);
        }
        return text.startsWith("struct<") ? new Struct(List.of()) : new Simple(text);
    }

    /** A type without parts, with its length or precision where it has one. */
    record Simple(String text) implements ColumnType {}

    /** The type of nulls, which is written as a string's. */
    record Unknown() implements ColumnType {
        @Override
        public String text() {
            return STRING.text();
        }
    }

    /** A struct; one without members is written as a string, because Hive has no empty ones. */
    record Struct(List<Member> members) implements ColumnType {
        public Struct {
            members = List.copyOf(members);
        }

        @Override
        public String text() {
            return members.isEmpty()
                    ? STRING.text()
                    : members.stream()
                            .map(member -> member.name() + ":" + member.type().text())
                            .collect(Collectors.joining(",", "struct<", ">"));
        }
    }

    /** A member of a struct. */
    record Member(String name, ColumnType type) {}

    /** An array. */
    record ArrayOf(ColumnType element) implements ColumnType {
        @Override
        public String text() {
            return "array<" + element.text() + ">";
        }
    }

    /** A map. */
    record MapOf(ColumnType key, ColumnType value) implements ColumnType {
        @Override
        public String text() {
            return "map<" + key.text() + "," + value.text() + ">";
        }
    }

    /** A value of one of several types. */
    record Union(List<ColumnType> types) implements ColumnType {
        public Union {
            types = List.copyOf(types);
        }

        @Override
        public String text() {
            return types.stream().map(ColumnType::text).collect(Collectors.joining(",", "uniontype<", ">"));
        }
    }
}
