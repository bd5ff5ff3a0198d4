package io.laguna.engines.yarn;

import java.net.URI;

/**
 * The cluster that jobs run on.
 *
 * @param resourceManager how Laguna reaches YARN
 * @param logs how it reads the logs of containers
 * @param pages where a user's browser finds the ResourceManager's pages
 * @param historyServer where a user's browser finds Spark's History Server
 */
public record YarnCluster(ResourceManager resourceManager, ContainerLogs logs, URI pages, URI historyServer) {}
