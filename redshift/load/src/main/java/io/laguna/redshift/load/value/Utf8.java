package io.laguna.redshift.load.value;

/**
 * The checking of UTF-8, with the numbers that Redshift gives to what is wrong.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/multi-byte-character-load-errors.html">Multibyte
 *     character load errors</a>
 */
final class Utf8 {
    private static final int LARGEST_STEP = 4;
    private static final int TOO_LONG = 1;
    private static final int INCOMPLETE = 2;
    private static final int FIRST_BYTE = 3;
    private static final int LATER_BYTE = 4;
    private static final int SURROGATE = 5;
    private static final int TOO_LARGE = 6;
    private static final int OVERLONG = 7;

    private Utf8() {}

    /** A description of a bad sequence. */
    record Bad(int at, int length, int error) {
        String hex(byte[] bytes) {
            StringBuilder hex = new StringBuilder();
            for (int i = at; i < at + length; i++) {
                hex.append(hex.isEmpty() ? "" : " ")
                        .append(Character.forDigit((bytes[i] >> 4) & 15, 16))
                        .append(Character.forDigit(bytes[i] & 15, 16));
            }
            return hex.toString();
        }
    }

    /** Tells whether only ASCII is there, as in most fields. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many bytes the character at a place has, or 0 where none is whole and valid. */
    static int step(byte[] bytes, int at, int to) {
        return bytes[at] >= 0 ? 1 : bad(bytes, at, to).error == 0 ? width(bytes[at]) : 0;
    }

    /** Returns what is wrong with the character of several bytes at a place; error 0 for nothing. */
    static Bad bad(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        if (first >= 0xf8 && first < 0xfe) {
            return new Bad(at, 1, TOO_LONG);
        }
        if (first < 0xc0 || first >= 0xfe) {
            return new Bad(at, 1, FIRST_BYTE);
        }
        int width = width(bytes[at]);
        int point = first & (0x7f >> width);
        for (int i = 1; i < width; i++) {
            if (at + i >= to) {
                return new Bad(at, i, INCOMPLETE);
            }
            int next = bytes[at + i] & 0xff;
            if (next >> 6 != 2) {
                return new Bad(at, i, LATER_BYTE);
            }
            point = (point << 6) | (next & 0x3f);
        }
        if (point >= 0xd800 && point < 0xe000) {
            return new Bad(at, width, SURROGATE);
        }
        if (point > Character.MAX_CODE_POINT) {
            return new Bad(at, width, TOO_LARGE);
        }
        int least = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x10000;
        return new Bad(at, width, point < least ? OVERLONG : 0);
    }

    /** Returns the greatest length up to a limit that cuts no character. */
    static int cut(byte[] bytes, int from, int limit) {
        int to = from + limit;
        int back = to;
        while (back > from && to - back < LARGEST_STEP && (bytes[back] & 0xc0) == 0x80) {
            back--;
        }
        return back - from;
    }

    private static int width(byte first) {
        int value = first & 0xff;
        return value >= 0xf0 ? 4 : value >= 0xe0 ? 3 : 2;
    }
}
