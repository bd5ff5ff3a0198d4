package io.laguna.glue.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A part of a file, or a text: its bytes, and between which positions the lines begin that count. */
public interface Slice {

    /** Returns the file's name without its folders, or a word for a text. */
    String name();

    /** Returns the position from which on lines count; a line that has begun before belongs to another slice. */
    long start();

    long end();

    InputStream open(long position) throws IOException;

    static Slice ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Slice() {
            @Override
            public String name() {
                return "text";
            }

            @Override
            public long start() {
                return 0;
            }

            @Override
            public long end() {
                return Long.MAX_VALUE;
            }

            @Override
            public InputStream open(long position) {
                return new ByteArrayInputStream(bytes, (int) position, bytes.length);
            }
        };
    }
}
