package io.laguna.emulator.redshift.session;

import io.laguna.redshift.sql.Dialect;
import io.laguna.redshift.sql.EngineScripts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The definitions that make a PostgreSQL a Redshift, in the order in which they are run in the template of clusters. */
public final class TemplateScripts {
    private TemplateScripts() {}

    /** Returns the scripts, each some statements of PostgreSQL's. */
    public static List<String> all() {
        List<String> scripts = new ArrayList<>();
        EngineScripts.NAMES.forEach(name -> scripts.add(script(Dialect.class, name)));
        scripts.add(script(TemplateScripts.class, "records.sql"));
        return List.copyOf(scripts);
    }

    private static String script(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("No script " + name + " beside " + beside.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the script " + name, e);
        }
    }
}
