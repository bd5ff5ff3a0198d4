package io.laguna.redshift.load.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** SUPER, which a text file holds as JSON. */
final class SuperValues {
    private static final JsonFactory JSON = new JsonFactory();
    /** The version of the binary form of PostgreSQL's {@code jsonb}, which is its text. */
    private static final int VERSION = 1;

    private SuperValues() {}

    static void write(Field field, Row row) throws FieldError {
        try (JsonParser parser = JSON.createParser(field.bytes(), field.from(), field.length())) {
            if (parser.nextToken() == null) {
                throw new FieldError(ErrorCode.JSON, "Invalid JSON: no value");
            }
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new FieldError(ErrorCode.JSON, "Invalid JSON: more than one value");
            }
        } catch (IOException e) {
            throw new FieldError(
                    ErrorCode.JSON,
                    "Invalid JSON: " + e.getMessage().lines().findFirst().orElse(""));
        }
        if (hasNul(field)) {
            throw new FieldError(ErrorCode.NUL, "NUL (0x00) in a field is not supported");
        }
        row.int32(field.length() + 1);
        row.int8(VERSION);
        row.raw(field.bytes(), field.from(), field.length());
    }

    private static boolean hasNul(Field field) {
        byte[] bytes = field.bytes();
        for (int i = field.from(); i + 5 < field.to(); i++) {
            if (bytes[i] == '\\') {
                if (bytes[i + 1] == 'u'
                        && bytes[i + 2] == '0'
                        && bytes[i + 3] == '0'
                        && bytes[i + 4] == '0'
                        && bytes[i + 5] == '0') {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
