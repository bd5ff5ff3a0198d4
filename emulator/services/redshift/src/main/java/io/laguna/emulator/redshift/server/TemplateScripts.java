package io.laguna.emulator.redshift.server;

import io.laguna.emulator.redshift.load.Copies;
import io.laguna.emulator.redshift.session.Sessions;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.system.SystemScripts;
import io.laguna.engines.server.Addition;
import io.laguna.redshift.sql.Dialect;
import io.laguna.redshift.sql.EngineScripts;
import io.laguna.redshift.sql.expression.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The definitions that make a PostgreSQL a Redshift, in the order in which they are run in the template of clusters. */
public final class TemplateScripts {
    private TemplateScripts() {}

    /** Returns the scripts, each some statements of PostgreSQL's. */
    public static List<String> all() {
        return Stream.of(
                        EngineScripts.NAMES.stream().map(name -> script(Dialect.class, name)),
                        Stream.of(
                                script(Sessions.class, "records.sql"),
                                script(Sessions.class, "asking.sql"),
                                script(Copies.class, "describe.sql")),
                        SystemScripts.all(),
                        Stream.of(script(ExternalSchemas.class, "external.sql")))
                .flatMap(scripts -> scripts)
                .toList();
    }

    /**
     * Returns the definitions that clusters of an earlier Laguna may not have: each is run in each database that lacks it, after
     * the others. A definition of a later day belongs here. Rights of parameters are given whenever one of these has changed.
     */
    public static List<Addition> additions() {
        return List.of(
                new Addition("NULL", parameters()),
                new Addition("to_regproc('laguna.unread')", script(Sessions.class, "unread.sql")),
                new Addition("to_regproc('laguna.invoke')", script(Sessions.class, "calls.sql")),
                new Addition("to_regclass('laguna.connection_log')", script(SystemScripts.class, "connections.sql")),
                new Addition("to_regclass('laguna.upkeep_log')", script(SystemScripts.class, "upkeep.sql")));
    }

    /** Returns the rights by which users keep settings of Redshift's own: PostgreSQL leaves unknown ones to superusers. */
    private static String parameters() {
        return Stream.concat(Parameters.names().stream(), Stream.of("user_syslog_access", "user_externalid", "guarded"))
                .sorted()
                .map(name -> "GRANT SET ON PARAMETER \"laguna." + name + "\" TO PUBLIC;\n")
                .collect(Collectors.joining());
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
