package io.laguna.emulator;

import io.laguna.engines.DatabaseAccess;
import java.net.URI;

/**
 * Where the servers of a cluster answer, which somebody else runs.
 *
 * @param database PostgreSQL, without a database
 * @param metastore {@code thrift://metastore:9083}
 * @param mysql {@code jdbc:mysql://mysql:3306}
 * @param resourceManager {@code http://resourcemanager:8088}
 * @param resourceManagerPages the same for browsers outside of the cluster's network
 * @param historyServerPages Spark's History Server for browsers outside of the cluster's network
 */
public record ClusterSettings(
        DatabaseAccess database,
        URI metastore,
        String mysql,
        URI resourceManager,
        URI resourceManagerPages,
        URI historyServerPages) {}
