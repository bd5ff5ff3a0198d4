package io.laguna.emulator.crawl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.laguna.emulator.crawl.schema.ColumnType;
import io.laguna.emulator.crawl.schema.ColumnType.ArrayOf;
import io.laguna.emulator.crawl.schema.ColumnType.Member;
import io.laguna.emulator.crawl.schema.ColumnType.Struct;
import io.laguna.emulator.crawl.schema.Merge;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The types of JSON values: a whole number is an {@code int} if it fits, and a date is a string. */
final class JsonTypes {
    private JsonTypes() {}

    /** Reads the value at whose first token the parser stands. */
    static ColumnType of(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> struct(parser);
            case START_ARRAY -> array(parser);
            case VALUE_TRUE, VALUE_FALSE -> ColumnType.BOOLEAN;
            case VALUE_NUMBER_INT -> switch (parser.getNumberType()) {
                case INT -> ColumnType.INT;
                case LONG -> ColumnType.BIGINT;
                default -> ColumnType.DOUBLE;
            };
            case VALUE_NUMBER_FLOAT -> ColumnType.DOUBLE;
            case VALUE_NULL -> ColumnType.UNKNOWN;
            default -> ColumnType.STRING;
        };
    }

    /** Reads the members of an object by the names that the file gives them. */
    static Map<String, ColumnType> members(JsonParser parser) throws IOException {
        Map<String, ColumnType> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.merge(name, of(parser), Merge::of);
        }
        return members;
    }

    private static Struct struct(JsonParser parser) throws IOException {
        Map<String, ColumnType> members = new LinkedHashMap<>();
        members(parser).forEach((name, type) -> members.merge(name.toLowerCase(Locale.ROOT), type, Merge::of));
        return new Struct(members.entrySet().stream()
                .map(member -> new Member(member.getKey(), member.getValue()))
                .toList());
    }

    private static ArrayOf array(JsonParser parser) throws IOException {
        ColumnType element = ColumnType.UNKNOWN;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element = Merge.of(element, of(parser));
        }
        return new ArrayOf(element);
    }
}
