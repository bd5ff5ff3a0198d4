package io.laguna.emulator.crawl.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The beginning of a file, without its compression. One thread uses it. */
public final class Text {
    private static final String MARK = "\ufeff";

    private final byte[] bytes;
    private final boolean whole;
    private Optional<String> lines = Optional.empty();

    /** @param whole whether the file ends here */
    Text(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    /** Returns the text itself. */
    public byte[] bytes() {
        return bytes;
    }

    /** Tells whether the file ends here. */
    public boolean whole() {
        return whole;
    }

    /** Returns the text in UTF-8 without a byte order mark; of a file that goes on, up to the last line that is whole. */
    public String lines() {
        if (lines.isEmpty()) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            int end = text.lastIndexOf('\n') + 1;
            String some = whole || end == 0 ? text : text.substring(0, end);
            lines = Optional.of(some.startsWith(MARK) ? some.substring(1) : some);
        }
        return lines.get();
    }

    /** Tells whether these are no characters: a zero byte is in no text. */
    public boolean isBinary() {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }
}
