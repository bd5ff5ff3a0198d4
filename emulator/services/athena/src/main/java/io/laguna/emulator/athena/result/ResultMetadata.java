package io.laguna.emulator.athena.result;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.ColumnNullable;

/**
 * The binary file beside a result, which JDBC drivers read in place of {@code GetQueryResults}: a Protocol Buffers
 * message. AWS does not describe it; the numbers of the fields are those that the drivers read (burtcorp/athena-jdbc,
 * {@code AthenaMetaDataParser}).
 */
public final class ResultMetadata {
    private static final int QUERY = 1;
    private static final int COLUMN = 4;

    private static final int CATALOG = 1;
    private static final int NAME = 4;
    private static final int LABEL = 5;
    private static final int TYPE = 6;
    private static final int PRECISION = 7;
    private static final int SCALE = 8;
    private static final int NULLABLE = 9;
    private static final int CASE_SENSITIVE = 10;

    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    private ResultMetadata() {}

    /** Returns the file's content. */
    public static byte[] of(String query, List<ColumnInfo> columns) {
        ResultMetadata metadata = new ResultMetadata();
        metadata.text(QUERY, query);
        columns.forEach(column -> metadata.bytes(COLUMN, column(column)));
        return metadata.message.toByteArray();
    }

    private static byte[] column(ColumnInfo column) {
        ResultMetadata metadata = new ResultMetadata();
        metadata.text(CATALOG, column.catalogName());
        metadata.text(NAME, column.name());
        metadata.text(LABEL, column.label());
        metadata.text(TYPE, column.type());
        metadata.number(PRECISION, column.precision());
        metadata.number(SCALE, column.scale());
        metadata.number(NULLABLE, nullable(column.nullable()));
        metadata.number(CASE_SENSITIVE, column.caseSensitive() ? 1 : 0);
        return metadata.message.toByteArray();
    }

    private static int nullable(ColumnNullable nullable) {
        return switch (nullable) {
            case NOT_NULL -> 1;
            case NULLABLE -> 2;
            case UNKNOWN, UNKNOWN_TO_SDK_VERSION -> 3;
        };
    }

    private void text(int field, String text) {
        bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(int field, byte[] bytes) {
        varint((field << 3) | BYTES);
        varint(bytes.length);
        message.writeBytes(bytes);
    }

    private void number(int field, int value) {
        varint((field << 3) | VARINT);
        varint(value);
    }

    /** Writes a number, seven bits a byte, the lowest first. */
    private void varint(int value) {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            message.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        message.write(rest);
    }
}
