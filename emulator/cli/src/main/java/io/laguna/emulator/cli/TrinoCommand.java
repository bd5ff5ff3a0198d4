package io.laguna.emulator.cli;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.HiveMetastore;
import io.laguna.engines.server.RemoteServer;
import io.laguna.engines.server.Trino;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code laguna trino}: the one process of the container that Athena's queries run in. */
@Command(
        name = "trino",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Run Athena's engine alone, for a lake elsewhere, on the metastore and S3 that the environment names:",
            "LAGUNA_METASTORE_URI, LAGUNA_S3_ENDPOINT, and LAGUNA_ACCESS_KEY_ID with LAGUNA_SECRET_ACCESS_KEY."
        })
final class TrinoCommand implements Callable<Integer> {
    private static final long POLL_SECONDS = 1;
    /** A key for a lake that takes any credentials. */
    private static final String ANY = "laguna";

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to bind (default: ${DEFAULT-VALUE}).")
    private String host;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    private int port;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Workspace workspace = Home.workspace();
        S3Access s3 = new S3Access(
                required("LAGUNA_S3_ENDPOINT"),
                variable("LAGUNA_ACCESS_KEY_ID").orElse(ANY),
                variable("LAGUNA_SECRET_ACCESS_KEY").orElse(ANY));
        RemoteServer metastore = new RemoteServer(HiveMetastore.NAME, required("LAGUNA_METASTORE_URI"));
        Trino trino = new Trino(workspace, host, port, metastore, s3);
        return Interruption.during(
                () -> {
                    metastore.start();
                    trino.start();
                    new Terminal().print("Trino answers on " + host + ":" + port);
                    while (trino.isRunning()) {
                        TimeUnit.SECONDS.sleep(POLL_SECONDS);
                    }
                    throw new CommandFailure("Trino has ended. Its log: " + workspace.log(Trino.NAME));
                },
                "Stopping Trino.",
                trino::close);
    }

    private String required(String name) {
        return variable(name)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "The variable " + name + " is not set"));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
