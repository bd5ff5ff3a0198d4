package io.laguna.emulator;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Where a running lake answers.
 *
 * @param processId the process that owns the engines
 * @param s3 {@code http://127.0.0.1:port}, path style
 * @param metastore {@code thrift://127.0.0.1:port}
 * @param postgresql {@code jdbc:postgresql://127.0.0.1:port}
 * @param mysql {@code jdbc:mysql://127.0.0.1:port}
 */
public record LakeAddresses(long processId, String s3, String metastore, String postgresql, String mysql) {
    private static final String FILE = "lake.properties";

    /** The addresses of the lake that is up in this workspace. */
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
                properties.getProperty("s3"),
                properties.getProperty("metastore"),
                properties.getProperty("postgresql"),
                properties.getProperty("mysql"));
        return Optional.of(addresses);
    }

    /** A client of this lake's S3, to be closed by whoever asked for it. */
    public S3Client s3Client() {
        return S3Client.builder()
                .endpointOverride(URI.create(s3))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("laguna", "laguna")))
                .build();
    }

    void publish(Path state) {
        Properties properties = new Properties();
        properties.setProperty("process", Long.toString(processId));
        properties.setProperty("s3", s3);
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
