package io.laguna.apps.covid.marts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The SQL texts of this package's resources. */
final class Query {

    private Query() {}

    /** Returns the text of {@code <name>.sql}. */
    static String named(String name) {
        String resource = name + ".sql";
        try (InputStream in = Objects.requireNonNull(
                Query.class.getResourceAsStream(resource), () -> resource + " is not in the job's jar")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource + " from the job's jar", e);
        }
    }
}
