package io.laguna.emulator.edge;

import io.laguna.emulator.edge.guard.GuardSettings;
import io.laguna.emulator.edge.request.Limits;
import io.laguna.emulator.edge.signature.Authentication;
import io.laguna.emulator.kit.Directory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the edge.
 *
 * @param host the address to bind
 * @param port the port to bind, or 0 for a free one
 * @param authentication whether callers must prove who they are
 * @param openBeyondLoopback takes any credentials from other machines too: only when somebody says so
 * @param hostNames under which hosts of buckets and services are found: {@code bucket.localhost}, {@code glue.localhost}
 * @param guard exceptions from what the guard lets in
 * @param limits what a request may take
 * @param engineDeadline how long a call waits for its service's engine to get ready
 * @param state Laguna's folder, for its log of calls and its seal of session tokens
 * @param directory the keys and roles that IAM keeps
 * @param neighbours where another emulator answers for the services that are not here
 */
public record EdgeConfiguration(
        String host,
        int port,
        Authentication authentication,
        boolean openBeyondLoopback,
        List<String> hostNames,
        GuardSettings guard,
        Limits limits,
        Duration engineDeadline,
        Path state,
        Directory directory,
        Optional<URI> neighbours) {
    /** The port that every emulator of AWS uses. */
    public static final int DEFAULT_PORT = 4566;

    public EdgeConfiguration {
        hostNames = List.copyOf(hostNames);
    }

    /** Returns settings for loopback, port 4566 and any credentials. */
    public static EdgeConfiguration local(Path state) {
        return new EdgeConfiguration(
                "127.0.0.1",
                DEFAULT_PORT,
                new Authentication.Open(),
                false,
                List.of("localhost"),
                GuardSettings.STRICT,
                Limits.DEFAULT,
                Duration.ofSeconds(60),
                state,
                Directory.EMPTY,
                Optional.empty());
    }

    public EdgeConfiguration withAddress(String newHost, int newPort) {
        return new EdgeConfiguration(
                newHost,
                newPort,
                authentication,
                openBeyondLoopback,
                hostNames,
                guard,
                limits,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withAuthentication(Authentication other) {
        return new EdgeConfiguration(
                host,
                port,
                other,
                openBeyondLoopback,
                hostNames,
                guard,
                limits,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    /** Returns these settings, but with any credentials taken from any machine. */
    public EdgeConfiguration withOpenBeyondLoopback() {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                true,
                hostNames,
                guard,
                limits,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withHostNames(List<String> others) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                others,
                guard,
                limits,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withGuard(GuardSettings others) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                hostNames,
                others,
                limits,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withLimits(Limits others) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                hostNames,
                guard,
                others,
                engineDeadline,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withEngineDeadline(Duration other) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                hostNames,
                guard,
                limits,
                other,
                state,
                directory,
                neighbours);
    }

    public EdgeConfiguration withDirectory(Directory other) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                hostNames,
                guard,
                limits,
                engineDeadline,
                state,
                other,
                neighbours);
    }

    public EdgeConfiguration withNeighbours(Optional<URI> others) {
        return new EdgeConfiguration(
                host,
                port,
                authentication,
                openBeyondLoopback,
                hostNames,
                guard,
                limits,
                engineDeadline,
                state,
                directory,
                others);
    }
}
