package io.laguna.engines.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/** The versions of the engines that Laguna was built with. */
public final class Versions {
    private static final String FILE = "versions.properties";

    private Versions() {}

    /**
     * Returns an engine's version.
     *
     * @param engine its name in the file that the build fills in
     */
    public static String of(String engine) {
        Properties versions = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream(FILE)) {
            versions.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE + " of this build", e);
        }
        return Optional.ofNullable(versions.getProperty(engine))
                .orElseThrow(() -> new IllegalArgumentException(FILE + " has no version of " + engine));
    }
}
