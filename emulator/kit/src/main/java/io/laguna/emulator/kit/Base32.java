package io.laguna.emulator.kit;

/** The encoding with five bits a letter, as in AWS's access keys and unique ids. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Encodes bytes. Their number is a multiple of five, so there is no padding. */
    static String encode(byte[] bytes, int offset, int length) {
        StringBuilder text = new StringBuilder(length * 8 / BITS);
        long window = 0;
        int held = 0;
        for (int i = offset; i < offset + length; i++) {
            window = (window << 8) | Byte.toUnsignedLong(bytes[i]);
            held += 8;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt((int) (window >> held) & 31));
            }
            window &= (1L << held) - 1;
        }
        return text.toString();
    }

    /** Returns the number in the first bytes of a text. A character outside the alphabet counts as its first letter. */
    static long decodePrefix(String text, int bits) {
        long number = 0;
        int letters = (bits + BITS - 1) / BITS;
        for (int i = 0; i < letters; i++) {
            number = (number << BITS) | Math.max(0, LETTERS.indexOf(text.charAt(i)));
        }
        return number >> (letters * BITS - bits);
    }
}
