package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeClients;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.run.Clients;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The clients of a real run, which is not on paper. */
final class RunClients {
    private RunClients() {}

    /** Returns the clients of the lake of this machine, with its own key. */
    static Clients of(LakeClients lake) {
        return new Clients(
                lake.s3(),
                lake.client(EmrClient.builder()),
                lake.client(EmrServerlessClient.builder()),
                lake.client(AthenaClient.builder()));
    }

    /**
     * Returns the clients of AWS, or of the endpoint that the profile names, with the credentials that every AWS client
     * finds.
     */
    static Clients of(Profile profile) {
        return new Clients(
                client(S3Client.builder().forcePathStyle(profile.endpoint().isPresent()), profile),
                client(EmrClient.builder(), profile),
                client(EmrServerlessClient.builder(), profile),
                client(AthenaClient.builder(), profile));
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder, Profile profile) {
        B located = builder.region(Region.of(profile.region()));
        profile.endpoint().ifPresent(located::endpointOverride);
        return located.build();
    }
}
