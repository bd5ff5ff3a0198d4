package io.laguna.emulator.cli;

import io.laguna.emulator.lake.ClusterSettings;
import io.laguna.engines.server.DatabaseAccess;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The options for the cluster that a lake works on. They come from the environment, which {@code docker/compose.yaml}
 * sets.
 */
final class ClusterOptions {
    @Option(
            names = "--cluster",
            description = {
                "Run jobs on the YARN, HDFS, metastore and databases that the environment names, by hive-conf/cluster:",
                "LAGUNA_RESOURCE_MANAGER, LAGUNA_JOB_HISTORY, LAGUNA_METASTORE_URI, LAGUNA_MYSQL_URL, LAGUNA_DATABASE_URL,"
                        + " LAGUNA_DATABASE_USER, LAGUNA_DATABASE_PASSWORD. docker compose up sets them."
            })
    private boolean cluster;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    Optional<ClusterSettings> settings() {
        if (!cluster) {
            return Optional.empty();
        }
        return Optional.of(new ClusterSettings(
                new DatabaseAccess(
                        required("LAGUNA_DATABASE_URL"),
                        required("LAGUNA_DATABASE_USER"),
                        required("LAGUNA_DATABASE_PASSWORD")),
                URI.create(required("LAGUNA_METASTORE_URI")),
                required("LAGUNA_MYSQL_URL"),
                variable("LAGUNA_TRINO_URL").map(URI::create),
                URI.create(required("LAGUNA_RESOURCE_MANAGER")),
                URI.create(required("LAGUNA_JOB_HISTORY")),
                URI.create(variable("LAGUNA_RESOURCE_MANAGER_PAGES").orElse("http://127.0.0.1:8088")),
                URI.create(variable("LAGUNA_HISTORY_SERVER_PAGES").orElse("http://127.0.0.1:18080"))));
    }

    private String required(String name) {
        return variable(name)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "--cluster needs the variable " + name));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
