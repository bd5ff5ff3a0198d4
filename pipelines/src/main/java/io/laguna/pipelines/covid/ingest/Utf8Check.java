package io.laguna.pipelines.covid.ingest;

import java.util.OptionalLong;

/** The search for the first byte of a stream that is not well-formed UTF-8, by table 3-7 of the Unicode Standard. */
final class Utf8Check {
    private long passed;
    private int following;
    private int lowest = 0x80;
    private int highest = 0xbf;

    /** Returns the offset in the stream of the first wrong byte, if it is among these. */
    OptionalLong accept(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int b = bytes[i];
            if ((b >= 0 && following == 0) || fits(b & 0xff)) {
                continue;
            }
            return OptionalLong.of(passed + i);
        }
        passed += length;
        return OptionalLong.empty();
    }

    /** Tells whether the stream may end here: not inside a character. */
    boolean complete() {
        return following == 0;
    }

    private boolean fits(int b) {
        if (following > 0) {
            boolean fits = b >= lowest && b <= highest;
            following--;
            lowest = 0x80;
            highest = 0xbf;
            return fits;
        }
        if (b >= 0xc2 && b <= 0xdf) {
            following = 1;
        } else if (b >= 0xe0 && b <= 0xef) {
            following = 2;
            lowest = b == 0xe0 ? 0xa0 : 0x80;
            highest = b == 0xed ? 0x9f : 0xbf;
        } else if (b >= 0xf0 && b <= 0xf4) {
            following = 3;
            lowest = b == 0xf0 ? 0x90 : 0x80;
            highest = b == 0xf4 ? 0x8f : 0xbf;
        } else {
            return false;
        }
        return true;
    }
}
