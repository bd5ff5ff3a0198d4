package io.laguna.redshift.wire.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * The types of a result's columns, as PostgreSQL has them, and what follows for its rows: VARBYTE is written in hex
 * without {@code \x}, and SUPER without blanks, in binary without the version of {@code jsonb}.
 */
public final class Layout {
    /** The layout of a result without columns. */
    public static final Layout NONE = new Layout(new int[0]);

    private static final int BINARY = 1;
    private static final int NULL = -1;
    /** Stands for the blanks outside of strings. */
    private static final int BLANKS = -1;

    private static final int BEFORE_TYPE = 6;
    private static final int BEFORE_FORMAT = 6;

    private final int[] types;

    private Layout(int[] types) {
        this.types = types;
    }

    /**
     * Reads a description of rows, and makes its types Redshift's.
     *
     * @param description the body of RowDescription, which is changed
     */
    public static Layout of(ByteBuffer description) {
        ByteBuffer body = description.duplicate();
        int[] types = new int[Short.toUnsignedInt(body.getShort())];
        for (int i = 0; i < types.length; i++) {
            while (body.get() != 0) {
                // The name.
            }
            body.position(body.position() + BEFORE_TYPE);
            int at = body.position();
            types[i] = body.getInt();
            body.putInt(at, WireTypes.toClient(types[i]));
            body.position(body.position() + BEFORE_FORMAT + Short.BYTES);
        }
        return new Layout(types);
    }

    /** Makes the types of a description of parameters Redshift's; its body is changed. */
    public static void ofParameters(ByteBuffer description) {
        ByteBuffer body = description.duplicate();
        int count = Short.toUnsignedInt(body.getShort());
        for (int i = 0; i < count; i++) {
            int at = body.position();
            body.putInt(at, WireTypes.toClient(body.getInt()));
        }
    }

    /**
     * Returns how many bytes to leave out of each column's beginning, or that blanks are left out; nothing where rows stay
     * as they are.
     *
     * @param formats the formats of the columns: none, one for all, or one each
     */
    public int[] omissions(List<Short> formats) {
        int[] omitted = new int[types.length];
        boolean any = false;
        for (int i = 0; i < types.length; i++) {
            int at = formats.size() == 1 ? 0 : i;
            boolean binary = at < formats.size() && formats.get(at) == BINARY;
            if (types[i] == WireTypes.BYTEA && !binary) {
                omitted[i] = 2;
            } else if (types[i] == WireTypes.JSONB || types[i] == WireTypes.SUPER) {
                omitted[i] = binary ? 1 : BLANKS;
            }
            any |= omitted[i] != 0;
        }
        return any ? omitted : new int[0];
    }

    /** Writes a row without what its columns omit. */
    public static void writeRow(ByteBuffer row, int[] omissions, MessageWriter to) throws IOException {
        int count = Short.toUnsignedInt(row.getShort());
        to.begin('D').int16(count);
        for (int i = 0; i < count; i++) {
            int length = row.getInt();
            if (length == NULL) {
                to.int32(NULL);
                continue;
            }
            byte[] value = new byte[length];
            row.get(value);
            byte[] kept = omissions[i] == BLANKS ? withoutBlanks(value) : withoutBeginning(value, omissions[i]);
            to.int32(kept.length).bytes(kept);
        }
        to.end();
    }

    private static byte[] withoutBeginning(byte[] value, int omitted) {
        return omitted == 0 ? value : Arrays.copyOfRange(value, Math.min(omitted, value.length), value.length);
    }

    private static byte[] withoutBlanks(byte[] json) {
        byte[] kept = new byte[json.length];
        int length = 0;
        boolean inString = false;
        for (int i = 0; i < json.length; i++) {
            boolean escaped = inString && json[i] == '\\' && i + 1 < json.length;
            inString ^= json[i] == '"';
            if (inString || json[i] != ' ') {
                kept[length++] = json[i];
            }
            if (escaped) {
                i++;
                kept[length++] = json[i];
            }
        }
        return Arrays.copyOf(kept, length);
    }
}
