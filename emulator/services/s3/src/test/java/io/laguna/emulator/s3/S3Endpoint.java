package io.laguna.emulator.s3;

import io.laguna.emulator.edge.Edge;
import io.laguna.emulator.edge.EdgeConfiguration;
import io.laguna.emulator.edge.mount.Mount;
import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.edge.signature.AccessKey;
import io.laguna.emulator.edge.signature.Authentication;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;

/**
 * S3 on a port, to try clients on: {@code folder port [accessKey:secret:account:user …]}. With keys, requests have to be signed
 * with one.
 */
public final class S3Endpoint {
    private S3Endpoint() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        S3 s3 = S3.open(folder.resolve("zones"));
        List<Mount> mounts = List.of(
                ServiceMount.of(S3Client.class, "s3", s3),
                ServiceMount.of(S3ControlClient.class, "s3control", s3.control()));
        EdgeConfiguration configuration = EdgeConfiguration.local(folder.resolve("state"))
                .withAddress("127.0.0.1", Integer.parseInt(arguments[1]));
        List<AccessKey> keys =
                Arrays.stream(arguments).skip(2).map(S3Endpoint::key).toList();
        if (!keys.isEmpty()) {
            configuration = configuration.withAuthentication(new Authentication.Keys(keys));
        }
        try (Edge edge = new Edge(configuration, mounts, List.of())) {
            edge.start();
            Thread.currentThread().join();
        }
    }

    private static AccessKey key(String text) {
        String[] parts = text.split(":", -1);
        return new AccessKey(parts[0], parts[1], parts[2], parts[3]);
    }
}
