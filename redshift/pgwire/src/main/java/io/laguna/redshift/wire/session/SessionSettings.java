package io.laguna.redshift.wire.session;

import io.laguna.redshift.wire.login.Credentials;
import io.laguna.redshift.wire.order.Journal;
import io.laguna.redshift.wire.order.Translations;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * The settings that the sessions of a cluster have in common.
 *
 * @param engine where the PostgreSQL of the cluster takes connections without asking for a password
 * @param tls the server's certificate; without one clients are told that there is no TLS
 * @param tlsRequired whether clients without TLS are refused, as {@code require_ssl} says
 * @param translations how statements are read, for each session
 * @param announced what clients are told besides PostgreSQL's own parameters, or instead of them
 * @param loginTime how long a client may take to be let in
 * @param journal where the statements are kept
 * @param desk the folder {@code laguna-desk} in the engine's data, in which procedures find what they have asked of Laguna
 */
public record SessionSettings(
        Supplier<SocketAddress> engine,
        Optional<SSLContext> tls,
        boolean tlsRequired,
        Credentials credentials,
        Translations translations,
        Map<String, String> announced,
        Duration loginTime,
        Journal journal,
        Optional<Path> desk) {
    /**
     * The parameters that every driver is told. By {@code server_version} drivers know a Redshift; the others are read by AWS's own
     * drivers and tools.
     */
    public static final Map<String, String> ANNOUNCED = Map.of(
            "server_version", "8.0.2",
            "padb_version", "1.0",
            "padb_revision", "laguna",
            "max_numeric_precision", "38",
            "max_varchar_size", "65535",
            "datashare_enabled", "off",
            "external_database", "off");

    private static final Duration LOGIN_TIME = Duration.ofSeconds(60);

    public SessionSettings {
        announced = Map.copyOf(announced);
    }

    public SessionSettings(
            Supplier<SocketAddress> engine,
            Optional<SSLContext> tls,
            Credentials credentials,
            Translations translations) {
        this(engine, tls, false, credentials, translations, ANNOUNCED, LOGIN_TIME, Journal.NONE, Optional.empty());
    }
}
