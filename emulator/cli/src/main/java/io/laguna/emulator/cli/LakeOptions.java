package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakePorts;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of the commands that start engines. */
final class LakeOptions {
    @Option(
            names = "--endpoint-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_ENDPOINT_PORT:--1}",
            description =
                    "Port of the endpoint; 0 takes a free one (default: LAGUNA_ENDPOINT_PORT, or 4566 for up and a free one"
                            + " for demo).")
    private int endpoint;

    @Option(
            names = "--metastore-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_METASTORE_PORT:-0}",
            description = "Port of the Hive Metastore (default: LAGUNA_METASTORE_PORT, or 0).")
    private int metastore;

    @Option(
            names = "--postgresql-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_POSTGRESQL_PORT:-0}",
            description = "Port of PostgreSQL (default: LAGUNA_POSTGRESQL_PORT, or 0).")
    private int postgresql;

    @Option(
            names = "--mariadb-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_MARIADB_PORT:-0}",
            description = "Port of the MySQL source (default: LAGUNA_MARIADB_PORT, or 0).")
    private int mariadb;

    @Option(
            names = "--trino-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_TRINO_PORT:-0}",
            description = "Port of Athena's engine, Trino (default: LAGUNA_TRINO_PORT, or 0).")
    private int trino;

    @Option(
            names = "--redshift-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_REDSHIFT_PORT:-5439}",
            description =
                    "Port of the first Redshift cluster; further ones get the next free ports (default: LAGUNA_REDSHIFT_PORT,"
                            + " or 5439; 0 takes free ones).")
    private int redshift;

    /** Returns the words of another command that has these options. */
    String[] words(String command) {
        List<String> words = new ArrayList<>(List.of(
                command,
                "--metastore-port=" + metastore,
                "--postgresql-port=" + postgresql,
                "--mariadb-port=" + mariadb,
                "--trino-port=" + trino,
                "--redshift-port=" + redshift));
        if (endpoint >= 0) {
            words.add("--endpoint-port=" + endpoint);
        }
        return words.toArray(String[]::new);
    }

    LakePorts ports(int defaultEndpoint) {
        return new LakePorts(
                endpoint < 0 ? defaultEndpoint : endpoint, metastore, postgresql, mariadb, trino, redshift);
    }
}
