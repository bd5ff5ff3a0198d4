package io.laguna.pipelines.covid.sample;

import java.util.Arrays;

/** A value as it is usually written, and as it is written now and then. */
final class Spelling {
    private static final int RARE = 40;

    private final int oneIn;
    private final byte[] usual;
    private final byte[][] rare;

    /** Creates a spelling from values as they stand in a file; one in so many is a rare one. */
    Spelling(int oneIn, byte[] usual, byte[]... rare) {
        this.oneIn = oneIn;
        this.usual = usual;
        this.rare = rare;
    }

    static Spelling of(String usual, String... rare) {
        return new Spelling(
                RARE, Csv.value(usual), Arrays.stream(rare).map(Csv::value).toArray(byte[][]::new));
    }

    byte[] draw(Dice dice) {
        return rare.length > 0 && dice.oneIn(oneIn) ? rare[dice.below(rare.length)] : usual;
    }
}
