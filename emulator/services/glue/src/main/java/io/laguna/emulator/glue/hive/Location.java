package io.laguna.emulator.glue.hive;

import java.util.Optional;
import java.util.regex.Pattern;

/** The location of data, as Hive can hold it. */
final class Location {
    private static final Pattern KNOWN_TO_HIVE = Pattern.compile("(s3a?://[^/]+(/.*)?|file:/.*)");

    private Location() {}

    /**
     * Returns the location for Hive. It is empty for a location that Hive's file systems do not know: Glue takes any
     * text, such as the name of a table in another database.
     */
    static Optional<String> of(String glueLocation) {
        return Optional.ofNullable(glueLocation)
                .filter(location -> KNOWN_TO_HIVE.matcher(location).matches());
    }
}
