package io.laguna.emulator.emrserverless;

import java.security.SecureRandom;

/** Ids as EMR Serverless makes them: {@code 00f8nmbb3mgik909}. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuv";
    private static final int LENGTH = 14;

    private Ids() {}

    static String next() {
        StringBuilder id = new StringBuilder("00");
        RANDOM.ints(LENGTH, 0, DIGITS.length()).forEach(digit -> id.append(DIGITS.charAt(digit)));
        return id.toString();
    }
}
