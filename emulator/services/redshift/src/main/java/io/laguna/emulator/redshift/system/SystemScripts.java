package io.laguna.emulator.redshift.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The definitions of Redshift's catalogs, system views and SHOW, in the order in which they are run in a template. */
public final class SystemScripts {
    private static final List<String> NAMES =
            List.of("history.sql", "catalog.sql", "views.sql", "show.sql", "admin.sql");

    private SystemScripts() {}

    /** Returns the scripts, each some statements of PostgreSQL's. */
    public static Stream<String> all() {
        return NAMES.stream().map(SystemScripts::script);
    }

    private static String script(String name) {
        try (InputStream stream = SystemScripts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No script " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the script " + name, e);
        }
    }
}
