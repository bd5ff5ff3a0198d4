package io.laguna.pipelines.profile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The service that runs the Spark jobs. */
public enum Via {
    EMR("emr"),
    EMR_SERVERLESS("emr-serverless");

    private final String word;

    Via(String word) {
        this.word = word;
    }

    /** Returns the service of a word as it is written in profiles and on the command line. */
    public static Optional<Via> of(String word) {
        return Arrays.stream(values()).filter(via -> via.word.equals(word)).findFirst();
    }

    /** Returns the words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(Via::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return word;
    }
}
