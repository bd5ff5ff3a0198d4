package io.laguna.emulator.kit.log;

import java.time.Duration;

/** The pauses of something that is tried again: each is twice as long as the one before. Used by one thread at a time. */
public final class Pace {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    /**
     * A pace at its beginning.
     *
     * @param first the pause after the first failure
     * @param longest what no pause exceeds
     */
    public Pace(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** Returns how long to wait after one more failure. */
    public Duration slower() {
        Duration pause = next;
        Duration twice = pause.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return pause;
    }

    /** Begins anew, for it has succeeded. */
    public void again() {
        next = first;
    }
}
