package io.laguna.emulator.emrserverless;

import io.laguna.emulator.kit.request.RandomIds;

/** Ids as EMR Serverless makes them: {@code 00f8nmbb3mgik909}. */
final class Ids {
    private static final RandomIds RANDOM = new RandomIds("0123456789abcdefghijklmnopqrstuv");

    private Ids() {}

    static String next() {
        return "00" + RANDOM.next(14);
    }
}
