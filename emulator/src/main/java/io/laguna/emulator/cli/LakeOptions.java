package io.laguna.emulator.cli;

import io.laguna.emulator.LakePorts;
import picocli.CommandLine.Option;

/** Options of the commands that start engines. */
final class LakeOptions {
    @Option(
            names = "--s3-port",
            paramLabel = "PORT",
            defaultValue = "${env:LAGUNA_S3_PORT:-0}",
            description = "Port of S3; 0 takes a free one (default: LAGUNA_S3_PORT, or 0).")
    private int s3;

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

    LakePorts ports() {
        return new LakePorts(s3, metastore, postgresql, mariadb);
    }
}
