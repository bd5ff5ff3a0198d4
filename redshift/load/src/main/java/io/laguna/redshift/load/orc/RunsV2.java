package io.laguna.redshift.load.orc;

import java.io.IOException;

/**
 * Whole numbers in runs of four kinds.
 *
 * @see <a href="https://orc.apache.org/specification/ORCv1/">ORC specification, Integer Run Length Encoding, version 2</a>
 */
final class RunsV2 implements OrcNumbers {
    private static final int LONGEST = 512;
    private static final int[] WIDTHS = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 26, 28, 30, 32, 40, 48,
        56, 64
    };

    private final OrcBytes bytes;
    private final boolean signed;
    private final long[] values = new long[LONGEST];
    private int at;
    private int count;
    private int bits;
    private int left;

    RunsV2(OrcBytes bytes, boolean signed) {
        this.bytes = bytes;
        this.signed = signed;
    }

    @Override
    public long next() throws IOException {
        if (at == count) {
            at = 0;
            fill();
        }
        return values[at++];
    }

    private void fill() throws IOException {
        int first = bytes.read();
        switch (first >> 6) {
            case 0 -> repeat(first);
            case 1 -> direct(first);
            case 2 -> patched(first);
            default -> delta(first);
        }
    }

    private void repeat(int first) throws IOException {
        count = (first & 7) + 3;
        long value = bytes.big(((first >> 3) & 7) + 1);
        long read = signed ? OrcBytes.zigzag(value) : value;
        for (int i = 0; i < count; i++) {
            values[i] = read;
        }
    }

    private static int width(int first) {
        return WIDTHS[(first >> 1) & 31];
    }

    private int length(int first) throws IOException {
        return (((first & 1) << 8) | bytes.read()) + 1;
    }

    private void direct(int first) throws IOException {
        int width = width(first);
        count = length(first);
        begin();
        for (int i = 0; i < count; i++) {
            long value = packed(width);
            values[i] = signed ? OrcBytes.zigzag(value) : value;
        }
    }

    private void patched(int first) throws IOException {
        int width = width(first);
        count = length(first);
        int third = bytes.read();
        int baseBytes = ((third >> 5) & 7) + 1;
        int patchWidth = WIDTHS[third & 31];
        int fourth = bytes.read();
        int gapWidth = ((fourth >> 5) & 7) + 1;
        int patches = fourth & 31;
        long base = bytes.big(baseBytes);
        long sign = 1L << (baseBytes * 8 - 1);
        if ((base & sign) != 0) {
            base = -(base & ~sign);
        }
        begin();
        for (int i = 0; i < count; i++) {
            values[i] = packed(width);
        }
        begin();
        int patchBits = closest(gapWidth + patchWidth);
        long mask = patchWidth == 64 ? -1 : (1L << patchWidth) - 1;
        int place = 0;
        for (int i = 0; i < patches; i++) {
            long patch = packed(patchBits);
            place += (int) (patch >>> patchWidth);
            values[place] |= (patch & mask) << width;
        }
        for (int i = 0; i < count; i++) {
            values[i] += base;
        }
    }

    private static int closest(int bits) {
        for (int width : WIDTHS) {
            if (width >= bits) {
                return width;
            }
        }
        return 64;
    }

    private void delta(int first) throws IOException {
        int width = ((first >> 1) & 31) == 0 ? 0 : width(first);
        count = length(first);
        long read = bytes.varint();
        values[0] = signed ? OrcBytes.zigzag(read) : read;
        if (count == 1) {
            return;
        }
        long step = OrcBytes.zigzag(bytes.varint());
        values[1] = values[0] + step;
        begin();
        for (int i = 2; i < count; i++) {
            long change = width == 0 ? step : step < 0 ? -packed(width) : packed(width);
            values[i] = values[i - 1] + change;
        }
    }

    private void begin() {
        left = 0;
    }

    /** Returns a number of so many bits, the highest first. */
    private long packed(int width) throws IOException {
        long value = 0;
        int wanted = width;
        while (wanted > 0) {
            if (left == 0) {
                bits = bytes.read();
                left = 8;
            }
            int take = Math.min(wanted, left);
            value = (value << take) | ((bits >> (left - take)) & ((1 << take) - 1));
            left -= take;
            wanted -= take;
        }
        return value;
    }
}
