package io.laguna.emulator.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/** S3 on a port of its own, with a clock of the test's, and the SDK's real clients of it. */
public final class ServedS3 implements AutoCloseable {
    private final S3 s3;
    private final Edge edge;

    public ServedS3(Path folder, Clock clock) {
        this.s3 = S3.open(folder.resolve("zones"), clock);
        this.edge = new Edge(
                EdgeConfiguration.local(folder.resolve("state")).withAddress("127.0.0.1", 0),
                List.of(
                        ServiceMount.of(S3Client.class, "s3", s3),
                        ServiceMount.of(S3ControlClient.class, "s3control", s3.control())),
                List.of());
        edge.start();
    }

    S3 service() {
        return s3;
    }

    URI address() {
        return URI.create(edge.address());
    }

    public S3Client client() {
        return client(Region.US_EAST_1);
    }

    public S3Client client(Region region) {
        return S3Client.builder()
                .endpointOverride(address())
                .forcePathStyle(true)
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .overrideConfiguration(options -> options.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    /** S3 without HTTP, which takes also what the SDK's client does not send. */
    public S3Client direct() {
        return Rooms.of(S3Client.class, s3.rooms(Caller.DEFAULT)).client();
    }

    /** S3 Control without HTTP: this machine may not know the host that it puts the account into. */
    S3ControlClient control() {
        return Rooms.of(S3ControlClient.class, s3.control().rooms(Caller.DEFAULT))
                .client();
    }

    /** The answer to a request as it stands. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket(address().getHost(), address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Checks that S3 refuses a call with this status and this error code. */
    public static void assertRefused(Runnable call, int status, String code) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(S3Exception.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(status);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo(code);
        });
    }

    @Override
    public void close() {
        edge.close();
        s3.close();
    }
}
