package io.laguna.emulator.glue.connection;

import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.jdbc.JdbcFailure;
import io.laguna.engines.jdbc.JdbcLogin;
import io.laguna.engines.jdbc.JdbcTables;
import io.laguna.engines.process.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AuthenticationConfiguration;
import software.amazon.awssdk.services.glue.model.Connection;

/** The part of Glue that has connections. One per process; every account has its own connections in every region. */
public final class Connections {
    private final State state;
    private final ConnectionSettings settings;
    private final Clock clock;

    /**
     * Creates the connections.
     *
     * @param state closed by whoever opened it
     */
    public Connections(State state, ConnectionSettings settings, Clock clock) {
        this.state = state;
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns the rooms of connections, as a caller sees them. */
    public List<GlueClient> rooms(Caller caller) {
        return List.of(
                new ConnectionDefinitions(caller, state, settings.seal(), clock),
                new ConnectionReads(caller, state, settings.seal(), settings.catalog()),
                new ConnectionTests(caller, this, settings.logs()));
    }

    /**
     * Returns a connection with its passwords.
     *
     * @throws software.amazon.awssdk.services.glue.model.EntityNotFoundException when there is none of the name
     */
    public Connection require(Caller caller, String name) {
        return state.read(handle -> new ConnectionRecords(handle, settings.seal()).find(ConnectionKey.of(caller, name)))
                .orElseThrow(() -> ConnectionFailures.noConnection(name));
    }

    /**
     * Returns the tables of a connection's database that an include path names.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException when there is no way into the database
     * @throws io.laguna.engines.jdbc.JdbcFailure with the driver's reason
     */
    public JdbcTables tables(Caller caller, String name, String path, Duration limit) throws InterruptedException {
        Connection connection = require(caller, name);
        return withLogin(
                caller,
                connection.connectionPropertiesAsStrings(),
                Optional.ofNullable(connection.authenticationConfiguration())
                        .map(AuthenticationConfiguration::secretArn),
                Optional.of(path.split("/", 2)[0]).filter(database -> !database.isEmpty()),
                login -> settings.jdbc().tables(login, path, limit));
    }

    /** Logs in to a database, and out again. */
    void test(Caller caller, Map<String, String> properties, Optional<String> secretArn, Duration limit)
            throws InterruptedException {
        withLogin(caller, properties, secretArn, Optional.empty(), login -> {
            settings.jdbc().test(login, limit);
            return login;
        });
    }

    /** Work that needs a login. */
    @FunctionalInterface
    private interface Work<T> {
        T with(JdbcLogin login) throws InterruptedException;
    }

    private <T> T withLogin(
            Caller caller,
            Map<String, String> properties,
            Optional<String> secretArn,
            Optional<String> database,
            Work<T> work)
            throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(settings.folder()), "drivers");
            try {
                JdbcLogin login = new Logins(settings.secrets(), settings.files())
                        .of(caller, properties, secretArn, database, folder);
                return with(login, work);
            } finally {
                Tree.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep drivers in " + settings.folder(), e);
        }
    }

    /** Works, and tells a driver's reason without the password, which drivers and databases like to repeat. */
    private static <T> T with(JdbcLogin login, Work<T> work) throws InterruptedException {
        try {
            return work.with(login);
        } catch (JdbcFailure e) {
            throw new JdbcFailure(
                    Passwords.masked(e.getMessage(), login.password().orElse("")));
        }
    }

    /**
     * Checks that a driver may reach what a type of connections stands for.
     *
     * @throws software.amazon.awssdk.services.glue.model.InvalidInputException when none does
     */
    static void requireJdbc(String type) {
        if (!List.of("JDBC", "CUSTOM").contains(type)) {
            throw Failures.invalid("Connections of the type " + type + " cannot be tested.");
        }
    }
}
