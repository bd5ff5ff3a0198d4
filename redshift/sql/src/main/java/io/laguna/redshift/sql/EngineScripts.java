package io.laguna.redshift.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The definitions that a PostgreSQL needs before it can run rewritten statements. */
public final class EngineScripts {
    private static final List<String> SCRIPTS = List.of("casts.sql", "super.sql", "laguna.sql", "functions.sql", "late.sql", "names.sql");

    private EngineScripts() {}

    /** Returns the scripts in their order; a superuser runs them once in a template database. */
    public static List<String> scripts() {
        return SCRIPTS.stream().map(EngineScripts::script).toList();
    }

    private static String script(String name) {
        try (InputStream stream = EngineScripts.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
