package io.laguna.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A Docker cluster for the suites that leave it as it is, started once per test JVM. Each suite has buckets and databases
 * of its own names.
 */
final class SharedCluster implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedCluster.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /**
     * The cluster, until the last test has ended.
     *
     * @param steps of a cluster of EMR on it, with two core instances
     */
    record Running(ComposeCluster docker, StepsOnCluster steps) implements ExtensionContext.Store.CloseableResource {
        private static Running start() {
            try {
                Path folder =
                        Files.createTempDirectory(Path.of("target"), "cluster").toAbsolutePath();
                ComposeCluster docker = ComposeCluster.up(folder);
                return new Running(docker, StepsOnCluster.start(docker, 2));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            steps.close();
            docker.compose("down", "-v");
            docker.close();
        }
    }
}
