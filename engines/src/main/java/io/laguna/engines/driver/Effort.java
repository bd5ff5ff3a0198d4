package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.util.List;

/** The amount of work in a job, which decides what its JVM spends on compiling it. The job's results are the same. */
public enum Effort {
    /** The job ends within a minute or so: compiling hot code twice would cost more than it saves. */
    BRIEF,
    /** The job runs long enough for the optimising compiler to pay. */
    LONG;

    /**
     * Reads an effort.
     *
     * @throws EngineFailure for another word than {@code brief} and {@code long}
     */
    static Effort of(String word) {
        return switch (word.strip()) {
            case "brief" -> BRIEF;
            case "long" -> LONG;
            default -> throw new EngineFailure("spark.laguna.effort is brief or long, not " + word + ".");
        };
    }

    List<String> options() {
        return switch (this) {
            case BRIEF -> List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
            case LONG -> List.of("-XX:+UseParallelGC");
        };
    }
}
