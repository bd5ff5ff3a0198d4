package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.order.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The messages that Laguna's own answers consist of. */
final class Rows {
    private static final int NULL = -1;

    private Rows() {}

    /** Describes the columns of an answer, or says that it has none. */
    static void describe(List<Column> columns, MessageWriter client) throws IOException {
        if (columns.isEmpty()) {
            client.empty('n');
            return;
        }
        client.begin('T').int16(columns.size());
        for (Column column : columns) {
            client.text(column.name()).int32(0).int16(0);
            client.int32(column.type())
                    .int16(column.size())
                    .int32(column.modifier())
                    .int16(0);
        }
        client.end();
    }

    static void describeParameters(List<Integer> types, MessageWriter client) throws IOException {
        client.begin('t').int16(types.size());
        types.forEach(client::int32);
        client.end();
    }

    static void row(List<Optional<String>> values, MessageWriter client) throws IOException {
        client.begin('D').int16(values.size());
        for (Optional<String> value : values) {
            if (value.isEmpty()) {
                client.int32(NULL);
            } else {
                byte[] encoded = value.get().getBytes(StandardCharsets.UTF_8);
                client.int32(encoded.length).bytes(encoded);
            }
        }
        client.end();
    }
}
