package io.laguna.emulator.glue.job;

import io.laguna.emulator.glue.request.Failures;
import java.util.Arrays;
import java.util.Optional;

/**
 * A version of Glue, of which all have the Spark and the Python that are here.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/release-notes.html">Glue versions</a>
 */
enum GlueVersion {
    V2_0("2.0", "Spark 2.4.3 and Python 3.7"),
    V3_0("3.0", "Spark 3.1.1 and Python 3.7"),
    V4_0("4.0", "Spark 3.3.0 and Python 3.10"),
    V5_0("5.0", "Spark 3.5.4 and Python 3.11"),
    V5_1("5.1", "Spark 3.5.6 and Python 3.11");

    /** The version of a job that names none. */
    static final GlueVersion DEFAULT = V5_1;

    private static final int LONG_MINUTES = 2880;
    private static final int MINUTES = 480;

    private final String number;
    private final String engines;

    GlueVersion(String number, String engines) {
        this.number = number;
        this.engines = engines;
    }

    /**
     * Returns the version of a Spark job.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException for one that does not run here
     */
    static GlueVersion of(String number) {
        return Optional.ofNullable(number)
                .map(given -> Arrays.stream(values())
                        .filter(version -> version.number.equals(given))
                        .findFirst()
                        .orElseThrow(() -> Failures.invalid(refusal(given))))
                .orElse(DEFAULT);
    }

    private static String refusal(String number) {
        return switch (number) {
            case "0.9", "1.0" -> "Glue version " + number
                    + " is Spark 2 with Python 2, which AWS has ended. Laguna runs Glue 2.0 to 5.1 by Spark 3.5.";
            case "6.0" -> "Glue version 6.0 is Spark 4, which is not in Laguna. Laguna runs Glue 2.0 to 5.1 by Spark 3.5.";
            default -> "GlueVersion " + number + " is not valid.";
        };
    }

    String number() {
        return number;
    }

    /** Returns how long a run may take: "Jobs ... 480 minutes" from 5.0 on, 2,880 minutes before. */
    int timeout() {
        return isAtLeast(V5_0) ? MINUTES : LONG_MINUTES;
    }

    boolean isAtLeast(GlueVersion other) {
        return compareTo(other) >= 0;
    }

    /** Returns the sentence about the engines of a run's log. */
    String note() {
        return "Glue " + number + " has " + engines + " on AWS; this run has Spark 3.5.5 and Python 3.11.";
    }
}
