package io.laguna.emulator.edge;

import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.signature.AccessKey;
import io.laguna.emulator.edge.signature.Authentication;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.s3.S3;
import io.laguna.emulator.s3.event.ObjectEvents;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sts.StsClient;

/** An edge over a folder of its own, and real clients of it. */
public final class TestEdge implements AutoCloseable {
    public static final AwsCredentials KEY =
            AwsBasicCredentials.create("AKIATESTTESTTESTTEST", "a secret of the tests");
    public static final String ACCOUNT = "123456789012";
    private static final AccessKey KNOWN = new AccessKey(KEY.accessKeyId(), KEY.secretAccessKey(), ACCOUNT, "tester");

    /** Glue as the SDK describes it: its committed index is in another module. */
    private static final CommittedIndex GLUE = new CommittedIndex(GlueClient.class, "glue-2017-03-31", "glue");

    private final Path folder;
    private final S3 s3;
    private final Edge edge;

    private TestEdge(Path folder, EdgeConfiguration configuration, List<? extends Mount> mounts, Clock clock) {
        this.folder = folder;
        try {
            Files.createDirectories(buckets());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.s3 = S3.open(buckets());
        List<Mount> all = new ArrayList<>(mounts);
        all.add(ServiceMount.of(S3Client.class, "s3", s3));
        all.add(ServiceMount.of(S3ControlClient.class, "s3control", s3.control()));
        this.edge = new Edge(configuration, all, List.of(), clock);
        edge.start();
    }

    static TestEdge open(Path folder) {
        return start(folder, UnaryOperator.identity(), List.of(databases()));
    }

    /** Opens an edge that takes {@link #KEY} only. */
    public static TestEdge withKeys(Path folder) {
        return start(folder, TestEdge::keys, List.of(databases()));
    }

    /** Opens an edge that takes {@link #KEY} only, and has a clock of its own. */
    public static TestEdge withKeysAndClock(Path folder, Clock clock) {
        return new TestEdge(folder, keys(configuration(folder)), List.of(databases()), clock);
    }

    static TestEdge start(Path folder, UnaryOperator<EdgeConfiguration> options, List<? extends Mount> mounts) {
        return new TestEdge(folder, options.apply(configuration(folder)), mounts, Clock.systemUTC());
    }

    static EdgeConfiguration configuration(Path folder) {
        return EdgeConfiguration.local(folder.resolve("state")).withAddress("127.0.0.1", 0);
    }

    /** Returns a Glue with two operations. */
    static ServiceMount databases() {
        return glue(CompletableFuture.completedFuture(
                caller -> Rooms.of(GlueClient.class, List.of(new OneDatabase(caller)))));
    }

    public static ServiceMount glue(CompletableFuture<Function<Caller, Rooms<GlueClient>>> service) {
        return ServiceMount.perCaller(GLUE.description(), service);
    }

    public Path buckets() {
        return folder.resolve("zones");
    }

    Path callLog() {
        return folder.resolve("state/logs/calls.log");
    }

    public URI address() {
        return URI.create(edge.address());
    }

    ObjectEvents events() {
        return s3.events();
    }

    /** Makes a bucket, and returns this edge. */
    public TestEdge withBucket(String name) {
        try (S3Client s3 = s3()) {
            s3.createBucket(request -> request.bucket(name));
        }
        return this;
    }

    public S3Client s3() {
        return s3(KEY);
    }

    public S3Client s3(AwsCredentials credentials) {
        return as(credentials, S3Client.builder().forcePathStyle(true)).build();
    }

    /** Returns a client that does not try twice. */
    S3Client single() {
        return as(KEY, S3Client.builder().forcePathStyle(true))
                .overrideConfiguration(options -> options.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    public StsClient sts() {
        return sts(KEY);
    }

    public StsClient sts(AwsCredentials credentials) {
        return as(credentials, StsClient.builder()).build();
    }

    public GlueClient glue() {
        return glue(KEY);
    }

    public GlueClient glue(AwsCredentials credentials) {
        return as(credentials, GlueClient.builder()).build();
    }

    public S3Presigner presigner(boolean pathStyle) {
        return S3Presigner.builder()
                .endpointOverride(URI.create("http://localhost:" + address().getPort()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(KEY))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build())
                .build();
    }

    public RawHttp raw() {
        return new RawHttp(address().getPort());
    }

    @Override
    public void close() {
        edge.close();
        s3.close();
    }

    private <B extends AwsClientBuilder<B, ?>> B as(AwsCredentials credentials, B builder) {
        return builder.endpointOverride(address())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials));
    }

    static EdgeConfiguration keys(EdgeConfiguration configuration) {
        return configuration.withAuthentication(new Authentication.Keys(List.of(KNOWN)));
    }
}
