package io.laguna.tests;

import io.laguna.emulator.lake.LakeClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A lake for the suites that need none of their own, started once per test JVM: its engines take their time to start.
 * Each suite has buckets and databases of its own names.
 */
final class SharedLake implements ParameterResolver {
    /** The bucket of Athena's tables. */
    static final String LAKE = "lake";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Running.class)
                || parameter.getParameter().getType().equals(AthenaSide.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(Namespace.create(SharedLake.class))
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType().equals(Running.class)
                ? running
                : running.athena(context.getRequiredTestClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** The lake, until the last test has ended. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final Path folder;
        private final SystemLake lake;

        private Running(Path folder) {
            this.folder = folder;
            this.lake = SystemLake.start(folder);
            lake.s3().createBucket(request -> request.bucket(LAKE));
            lake.s3().createBucket(request -> request.bucket(AthenaSide.RESULTS));
        }

        private static Running start() {
            try {
                return new Running(
                        Files.createTempDirectory(Path.of("target"), "lake").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        SystemLake lake() {
            return lake;
        }

        /** Returns Athena with a new database, which the caller closes. */
        AthenaSide athena(String database) {
            lake.glue().createDatabase(request -> request.databaseInput(input -> input.name(database)));
            return new AthenaSide(new LakeClients(lake.endpoint(), lake.keys()), database);
        }

        @Override
        public void close() throws IOException {
            lake.close();
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
