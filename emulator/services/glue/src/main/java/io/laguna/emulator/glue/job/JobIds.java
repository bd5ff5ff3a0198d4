package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.request.RandomIds;

/** Ids of jobs and runs, as Glue makes them: 64 hexadecimal digits. */
final class JobIds {
    private static final int DIGITS = 64;
    private static final RandomIds HEX = new RandomIds("0123456789abcdef");

    private JobIds() {}

    static String job() {
        return "j_" + HEX.next(DIGITS);
    }

    static String run() {
        return "jr_" + HEX.next(DIGITS);
    }

    /** Returns the id of a run that is tried again by itself: {@code jr_…_attempt_1}. */
    static String attempt(String id, int attempt) {
        return id.replaceFirst("_attempt_\\d+$", "") + "_attempt_" + attempt;
    }

    /** Returns a text that nobody guesses. */
    static String secret() {
        return HEX.next(DIGITS);
    }
}
