package io.laguna.emulator.lake;

import io.laguna.emulator.kit.Caller;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * AWS SDK clients of a lake, signing with the lake's own key.
 *
 * @param endpoint {@code http://127.0.0.1:4566}
 */
public record LakeClients(String endpoint, LakeKeys keys) {
    /** Returns the clients of a lake that answers there and keeps its state here. */
    public static LakeClients of(String endpoint, Path state) {
        return new LakeClients(endpoint, LakeKeys.of(state));
    }

    /** S3 by path style, to be closed by whoever asked for it. */
    public S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    /** Returns a client of any other service, to be closed by whoever asked for it. */
    public <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(URI.create(endpoint))
                .region(Region.of(Caller.DEFAULT_REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        keys.own().accessKeyId(), keys.own().secretAccessKey())))
                .build();
    }
}
