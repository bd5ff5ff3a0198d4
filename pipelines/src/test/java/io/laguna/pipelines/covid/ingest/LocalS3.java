package io.laguna.pipelines.covid.ingest;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.s3.S3;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 server for all tests of a class, with a bucket for each test. */
final class LocalS3 implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final AtomicInteger count = new AtomicInteger();
    private Path folder = Path.of("");
    private S3 buckets;
    private Edge edge;
    private S3Client client;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("laguna-s3");
        buckets = S3.open(Files.createDirectory(folder.resolve("zones")));
        edge = new Edge(
                EdgeConfiguration.local(folder.resolve("state")).withAddress("127.0.0.1", 0),
                List.of(ServiceMount.of(S3Client.class, "s3", buckets)),
                List.of());
        edge.start();
        client = S3Client.builder()
                .endpointOverride(URI.create(edge.address()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .forcePathStyle(true)
                .build();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        count.incrementAndGet();
        client.createBucket(request -> request.bucket(bucket()));
    }

    /** Returns the bucket of this test. */
    String bucket() {
        return "raw-" + count;
    }

    S3Client client() {
        return client;
    }

    List<String> keys() {
        return client.listObjectsV2Paginator(request -> request.bucket(bucket())).contents().stream()
                .map(S3Object::key)
                .sorted()
                .toList();
    }

    byte[] bytes(String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket()).key(key))
                .asByteArray();
    }

    long uploadsInProgress() {
        return client.listMultipartUploads(request -> request.bucket(bucket()))
                .uploads()
                .size();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        client.close();
        edge.close();
        buckets.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
