package io.laguna.tests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a Protocol Buffers message, without its description: numbers and bytes.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>
 */
final class ProtobufFields {
    private ProtobufFields() {}

    /**
     * A field.
     *
     * @param value of a number; otherwise 0
     * @param content of a text or a message, a character for each byte; otherwise empty
     */
    record Field(int number, long value, String content) {
        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    static List<Field> read(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message);
        List<Field> fields = new ArrayList<>();
        while (buffer.hasRemaining()) {
            long tag = varint(buffer);
            int number = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case 0 -> fields.add(new Field(number, varint(buffer), ""));
                case 2 -> {
                    byte[] bytes = new byte[(int) varint(buffer)];
                    buffer.get(bytes);
                    fields.add(new Field(number, 0, new String(bytes, StandardCharsets.ISO_8859_1)));
                }
                default -> throw new AssertionError("A field of kind " + (tag & 7));
            }
        }
        return fields;
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
