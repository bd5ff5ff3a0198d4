package io.laguna.emulator.kit.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.engines.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * The pool of connections to a PostgreSQL. It tells a server that does not answer from a pool that is in use: the first
 * fails a call within two seconds, the second lets it wait for its turn.
 */
public final class StateConnections implements ConnectionFactory, AutoCloseable {
    private static final Duration SILENCE = Duration.ofMillis(1_900);
    private static final Duration VALIDATION = Duration.ofSeconds(1);
    private static final Duration TURN = Duration.ofSeconds(30);

    /** The server shuts down, was killed, or does not take connections yet. */
    private static final Set<String> SERVER_GONE = Set.of("57P01", "57P02", "57P03");

    private static final String CONNECTION_LOST = "08";

    private final HikariDataSource pool;
    private final int size;
    private final String logCommand;

    private StateConnections(HikariDataSource pool, int size, String logCommand) {
        this.pool = pool;
        this.size = size;
        this.logCommand = logCommand;
    }

    /**
     * Opens the pool.
     *
     * @param size how many connections there are at most
     * @param logCommand the command that shows the server's log
     * @param properties further ones of PostgreSQL's driver
     * @throws RuntimeException when PostgreSQL does not answer
     */
    public static StateConnections open(
            String name, DatabaseAccess address, int size, String logCommand, Map<String, String> properties) {
        HikariConfig configuration = new HikariConfig();
        configuration.setPoolName(name);
        configuration.setJdbcUrl(address.url());
        configuration.setUsername(address.user());
        configuration.setPassword(address.password());
        configuration.setMaximumPoolSize(size);
        configuration.setMinimumIdle(1);
        configuration.setInitializationFailTimeout(TURN.toMillis());
        configuration.setConnectionTimeout(SILENCE.toMillis());
        configuration.setValidationTimeout(VALIDATION.toMillis());
        configuration.addDataSourceProperty("socketTimeout", "60");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        properties.forEach(configuration::addDataSourceProperty);
        return new StateConnections(new HikariDataSource(configuration), size, logCommand);
    }

    /**
     * Returns a connection, when one is free.
     *
     * @throws EngineUnavailableException when PostgreSQL does not answer for two seconds
     */
    @Override
    public Connection openConnection() throws SQLException {
        long end = System.nanoTime() + TURN.toNanos();
        while (true) {
            boolean wasInUse = isInUse();
            try {
                return pool.getConnection();
            } catch (SQLTransientConnectionException e) {
                // One that became free at this moment says nothing of the server.
                if (!wasInUse && !isInUse()) {
                    throw unavailable(e);
                }
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    /** Returns the failure to be told instead of one that comes of a lost server, and any other one as it is. */
    public RuntimeException told(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isLost(sql.getSQLState())) {
                return unavailable(sql);
            }
        }
        return failure;
    }

    DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }

    private boolean isInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections() >= size;
    }

    private static boolean isLost(String sqlState) {
        return sqlState != null && (sqlState.startsWith(CONNECTION_LOST) || SERVER_GONE.contains(sqlState));
    }

    private EngineUnavailableException unavailable(SQLException reason) {
        Throwable cause = reason.getCause() == null ? reason : reason.getCause();
        return new EngineUnavailableException(
                "PostgreSQL does not answer (" + cause.getMessage() + "). Look at: " + logCommand
                        + ". Calls work again by themselves when it does.",
                reason);
    }
}
