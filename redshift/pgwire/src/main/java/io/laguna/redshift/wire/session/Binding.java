package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.message.MessageWriter;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Bind of a client.
 *
 * @param formats the formats of the parameters: none, one for all, or one each
 * @param values the parameters, where an empty one is NULL
 * @param results the formats of the result's columns
 */
record Binding(
        String portal, String statement, List<Short> formats, List<Optional<byte[]>> values, List<Short> results) {
    private static final int VARBYTE = 6551;
    private static final int NULL = -1;
    private static final int BINARY = 1;
    private static final byte[] HEX = {'\\', 'x'};

    static Binding read(Reading body) throws IOException {
        String portal = body.text();
        String statement = body.text();
        List<Short> formats = formats(body);
        int count = body.count();
        List<Optional<byte[]>> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = body.int32();
            values.add(length == NULL ? Optional.empty() : Optional.of(body.bytes(length)));
        }
        return new Binding(portal, statement, formats, values, formats(body));
    }

    private static List<Short> formats(Reading body) throws IOException {
        List<Short> formats = new ArrayList<>();
        for (int left = body.count(); left > 0; left--) {
            formats.add(body.int16());
        }
        return formats;
    }

    private boolean isBinary(int parameter) {
        int at = formats.size() == 1 ? 0 : parameter;
        return at < formats.size() && formats.get(at) == BINARY;
    }

    /**
     * Returns the parameters' texts.
     *
     * @throws SqlFailure 0A000 where one is in binary
     */
    List<Optional<String>> texts() throws SqlFailure {
        List<Optional<String>> texts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (isBinary(i) && values.get(i).isPresent()) {
                throw new SqlFailure("0A000", "this statement takes parameters as texts only");
            }
            texts.add(values.get(i).map(value -> new String(value, StandardCharsets.UTF_8)));
        }
        return texts;
    }

    /** Tells whether the engine reads a parameter otherwise than the client writes it. */
    static boolean changes(List<Integer> types) {
        return types.contains(VARBYTE);
    }

    /** Writes this with VARBYTE as the engine reads it: with {@code \x} before the hex digits. */
    void writeTo(MessageWriter engine, List<Integer> types) throws IOException {
        engine.begin('B').text(portal).text(statement).int16(formats.size());
        for (short format : formats) {
            engine.int16(format);
        }
        engine.int16(values.size());
        for (int i = 0; i < values.size(); i++) {
            Optional<byte[]> value = values.get(i);
            if (value.isEmpty()) {
                engine.int32(NULL);
                continue;
            }
            byte[] bytes = value.get();
            boolean prefixed = bytes.length > 1 && bytes[0] == HEX[0] && bytes[1] == HEX[1];
            if (i < types.size() && types.get(i) == VARBYTE && !isBinary(i) && !prefixed) {
                engine.int32(bytes.length + HEX.length).bytes(HEX).bytes(bytes);
            } else {
                engine.int32(bytes.length).bytes(bytes);
            }
        }
        engine.int16(results.size());
        for (short format : results) {
            engine.int16(format);
        }
        engine.end();
    }
}
