package io.laguna.redshift.wire.login;

import io.laguna.redshift.wire.message.ErrorFields;
import io.laguna.redshift.wire.message.ProtocolViolation;
import io.laguna.redshift.wire.message.Reading;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that a client begins with: its user, its database, and settings. Drivers of Redshift send settings that no
 * PostgreSQL knows ({@code driver_version}, {@code client_protocol_version}, {@code plugin_name} …): only those that
 * PostgreSQL has go to the engine.
 *
 * @param ofDriver what the driver says of itself, for the log of connections
 */
public record StartParameters(
        String user, String database, Map<String, String> forEngine, Map<String, String> ofDriver) {
    private static final Set<String> OF_DRIVER =
            Set.of("application_name", "driver_version", "os_version", "plugin_name");

    private static final Set<String> OF_POSTGRESQL = Set.of(
            "datestyle",
            "timezone",
            "extra_float_digits",
            "application_name",
            "search_path",
            "statement_timeout",
            "options");

    /**
     * Reads a start-up message after its version.
     *
     * @throws SqlFailure 28000 when it names no user
     */
    public static StartParameters read(Reading message) throws SqlFailure, ProtocolViolation {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name = message.text(); !name.isEmpty(); name = message.text()) {
            all.put(name.toLowerCase(Locale.ROOT), message.text());
        }
        String user = Optional.ofNullable(all.get("user"))
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> new SqlFailure(ErrorFields.of(
                        ErrorFields.FATAL, "28000", "no PostgreSQL user name specified in startup packet")));
        Map<String, String> forEngine = new LinkedHashMap<>(all);
        forEngine.keySet().retainAll(OF_POSTGRESQL);
        Map<String, String> ofDriver = new LinkedHashMap<>(all);
        ofDriver.keySet().retainAll(OF_DRIVER);
        // Redshift has no other encoding.
        forEngine.put("client_encoding", "UTF8");
        return new StartParameters(
                user,
                Optional.ofNullable(all.get("database"))
                        .filter(given -> !given.isEmpty())
                        .orElse(user),
                forEngine,
                ofDriver);
    }
}
