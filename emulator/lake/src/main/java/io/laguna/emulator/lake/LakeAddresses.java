package io.laguna.emulator.lake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The addresses at which a running lake answers.
 *
 * @param processId the process that owns the engines
 * @param endpoint {@code http://127.0.0.1:4566}, of every AWS service
 * @param metastore {@code thrift://127.0.0.1:port}
 * @param postgresql {@code jdbc:postgresql://127.0.0.1:port}
 * @param mysql {@code jdbc:mysql://127.0.0.1:port}
 */
public record LakeAddresses(long processId, String endpoint, String metastore, String postgresql, String mysql) {
    private static final String FILE = "lake.properties";

    /** Returns the addresses of the lake that is up in this workspace. */
    public static Optional<LakeAddresses> of(Path state) {
        Path file = state.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        LakeAddresses addresses = new LakeAddresses(
                Long.parseLong(properties.getProperty("process")),
                properties.getProperty("endpoint"),
                properties.getProperty("metastore"),
                properties.getProperty("postgresql"),
                properties.getProperty("mysql"));
        return Optional.of(addresses);
    }

    void publish(Path state) {
        Properties properties = new Properties();
        properties.setProperty("process", Long.toString(processId));
        properties.setProperty("endpoint", endpoint);
        properties.setProperty("metastore", metastore);
        properties.setProperty("postgresql", postgresql);
        properties.setProperty("mysql", mysql);
        Path partial = state.resolve(FILE + ".partial");
        try {
            try (Writer writer = Files.newBufferedWriter(partial)) {
                properties.store(writer, "Where the lake answers while its process runs");
            }
            Files.move(
                    partial, state.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + state.resolve(FILE), e);
        }
    }

    static void withdraw(Path state) {
        try {
            Files.deleteIfExists(state.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + state.resolve(FILE), e);
        }
    }
}
