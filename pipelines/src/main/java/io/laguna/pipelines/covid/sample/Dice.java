package io.laguna.pipelines.covid.sample;

/**
 * The random generator SplitMix64, which starts anew for every row in a nanosecond, and is the same on every machine.
 */
final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private long state;

    /** Starts anew for one row; the stream separates the numbers that are drawn for different purposes. */
    void start(long seed, long row, long stream) {
        state = mix(mix(seed + stream * GOLDEN) ^ row);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** Returns a number of at least 0 and less than the bound. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Returns a number between both ends, which are included. */
    int between(int lowest, int highest) {
        return lowest + below(highest - lowest + 1);
    }

    boolean oneIn(int number) {
        return below(number) == 0;
    }

    boolean withProbability(double probability) {
        return fraction() < probability;
    }

    /** Returns a number of at least 0 and less than 1. */
    double fraction() {
        return (next() >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
