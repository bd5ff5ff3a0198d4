package io.laguna.emulator.lake;

import io.laguna.engines.server.DatabaseAccess;
import java.net.URI;
import java.util.Optional;

/**
 * The addresses of a cluster's servers, which somebody else runs.
 *
 * @param database PostgreSQL, without a database
 * @param metastore {@code thrift://metastore:9083}
 * @param mysql {@code jdbc:mysql://mysql:3306}
 * @param trino {@code http://trino:8080}; without one, a process of the lake's own
 * @param resourceManager {@code http://resourcemanager:8088}
 * @param jobHistory the server of MapReduce's history, which has the logs of all containers: {@code http://jobhistory:19888}
 * @param resourceManagerPages the same for browsers outside of the cluster's network
 * @param historyServerPages Spark's History Server for browsers outside of the cluster's network
 */
public record ClusterSettings(
        DatabaseAccess database,
        URI metastore,
        String mysql,
        Optional<URI> trino,
        URI resourceManager,
        URI jobHistory,
        URI resourceManagerPages,
        URI historyServerPages) {}
