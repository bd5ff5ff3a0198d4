package io.laguna.emulator.redshiftdata.result;

import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.redshiftdata.model.Field;

/** The members in which the values of a type are answered. */
enum Kind {
    BOOLEAN,
    LONG,
    DOUBLE,
    BLOB,
    /** Texts; numbers with decimals, dates, times and SUPER are texts too. */
    TEXT,
    OTHER;

    static Kind of(String type) {
        return switch (type) {
            case "bool" -> BOOLEAN;
            case "int2", "int4", "int8", "oid" -> LONG;
            case "float4", "float8" -> DOUBLE;
            case "varbyte", "bytea" -> BLOB;
            case "varchar", "bpchar", "text", "char", "name", "super" -> TEXT;
            default -> OTHER;
        };
    }

    /** Returns a value as the API answers it. */
    Field field(Optional<String> value) {
        return value.map(this::present).orElseGet(() -> Field.fromIsNull(true));
    }

    private Field present(String value) {
        return switch (this) {
            case BOOLEAN -> Field.fromBooleanValue(value.equals("t") || value.equals("true"));
            case LONG -> Field.fromLongValue(Long.parseLong(value));
            case DOUBLE -> Field.fromDoubleValue(Double.parseDouble(value));
            case BLOB -> Field.fromBlobValue(SdkBytes.fromByteArray(
                    HexFormat.of().parseHex(value.startsWith("\\x") ? value.substring(2) : value)));
            case TEXT, OTHER -> Field.fromStringValue(value);
        };
    }
}
