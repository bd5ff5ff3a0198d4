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
 * The AWS SDK clients of a lake, which sign with the lake's own key.
 *
 * @param endpoint {@code http://127.0.0.1:4566}
 */
public record LakeClients(String endpoint, LakeKeys keys) {
    /** Returns the clients of a lake that answers at an endpoint and keeps its state in a folder. */
    public static LakeClients of(String endpoint, Path state) {
        return new LakeClients(endpoint, LakeKeys.of(state));
    }

    /** Returns a client of S3 by path style, which the caller closes. */
    public S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true));
    }

    /** Returns a client of any other service, which the caller closes. */
    public <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
        return builder.endpointOverride(URI.create(endpoint))
                .region(Region.of(Caller.DEFAULT_REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        keys.own().accessKeyId(), keys.own().secretAccessKey())))
                .build();
    }
}
