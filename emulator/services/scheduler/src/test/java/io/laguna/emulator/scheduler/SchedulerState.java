package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.state.State;
import io.laguna.engines.process.Workspace;
import io.laguna.engines.server.PostgreSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A state on a real PostgreSQL, started once per test JVM and without schedules when a test gets it. */
final class SchedulerState implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(State.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        State state = context.getRoot()
                .getStore(Namespace.create(SchedulerState.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .state;
        return state.write(transaction -> {
            transaction.execute("delete from scheduler_group");
            return state;
        });
    }

    private static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder;
        private final PostgreSql postgresql;
        private final State state;

        private Running(Path folder) {
            this.folder = folder;
            this.postgresql = new PostgreSql(Workspace.of(Path.of(System.getProperty("laguna.home")), folder), 0);
            postgresql.start();
            this.state = State.open(postgresql.database("laguna"), postgresql.logCommand());
        }

        static Running start() {
            try {
                return new Running(
                        Files.createTempDirectory(Path.of("target"), "state").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            state.close();
            postgresql.close();
            List<Path> leftovers;
            try (Stream<Path> files = Files.walk(folder)) {
                leftovers = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }
}
