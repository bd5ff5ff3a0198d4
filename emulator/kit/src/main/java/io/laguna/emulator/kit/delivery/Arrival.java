package io.laguna.emulator.kit.delivery;

import java.time.Duration;

/** How an attempt to deliver ended. */
public sealed interface Arrival {
    /** The delivery has arrived, or has been given up, and is forgotten. */
    record Done() implements Arrival {}

    /**
     * The delivery is to be tried again.
     *
     * @param counted whether it was an attempt: whoever was too busy to take it has not tried
     */
    record Again(Duration pause, boolean counted) implements Arrival {}

    /** The delivery has been tried, and is tried again apart from the others of its key, which no longer wait for it. */
    record Aside(Duration pause) implements Arrival {}

    /**
     * The carrier has broken. The delivery is tried again alone, after pauses that grow, and given up after twenty times: it
     * would hold up the others of its key for ever.
     */
    record Broken(String reason) implements Arrival {}
}
