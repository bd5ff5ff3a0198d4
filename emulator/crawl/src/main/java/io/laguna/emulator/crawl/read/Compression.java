package io.laguna.emulator.crawl.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A compression of a whole file.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/add-classifier.html">Defining and managing classifiers</a>
 */
public enum Compression {
    NONE("none"),
    GZIP("gzip"),
    BZIP2("bzip2"),
    ZIP("zip"),
    LZ4("lz4"),
    /** Blocks as Hadoop's codec writes them, which have no magic number. */
    LZ4_HADOOP("lz4"),
    /** The framing format of Snappy itself. */
    SNAPPY("snappy"),
    /** Blocks as Hadoop's codec writes them, which have no magic number. */
    SNAPPY_HADOOP("snappy");

    private static final byte[] SNAPPY_MAGIC = "\u00ff\u0006\0\0sNaPpY".getBytes(StandardCharsets.ISO_8859_1);

    private final String text;

    Compression(String text) {
        this.text = text;
    }

    /** Returns the value of the parameter {@code compressionType}. */
    public String text() {
        return text;
    }

    /** Returns the compression that a file's first bytes, or its name, show. */
    static Compression of(byte[] head, String key) {
        if (startsWith(head, 0x1f, 0x8b)) {
            return GZIP;
        }
        if (startsWith(head, 'B', 'Z', 'h')) {
            return BZIP2;
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return ZIP;
        }
        if (startsWith(head, 0x04, 0x22, 0x4d, 0x18)) {
            return LZ4;
        }
        if (startsWith(head, SNAPPY_MAGIC)) {
            return SNAPPY;
        }
        String name = key.toLowerCase(Locale.ROOT);
        if (name.endsWith(".snappy") && isBlock(head)) {
            return SNAPPY_HADOOP;
        }
        if (name.endsWith(".lz4") && isBlock(head)) {
            return LZ4_HADOOP;
        }
        return NONE;
    }

    /** A block begins with the length of what it holds, which is below 16 MiB, so that the first byte is 0. */
    private static boolean isBlock(byte[] head) {
        return head.length > 8 && head[0] == 0;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        byte[] bytes = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            bytes[i] = (byte) magic[i];
        }
        return startsWith(head, bytes);
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
