package io.laguna.emulator.cli;

import io.laguna.emulator.lake.LakeClients;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.profile.WorkflowProfile;
import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.run.FunctionClients;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

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
        return new Place(profile.region(), profile.endpoint()).clients();
    }

    /** Returns the clients of the lake of this machine for a pipeline that has functions. */
    static FunctionClients functions(LakeClients lake) {
        return new FunctionClients(
                lake.client(LambdaClient.builder()),
                lake.client(ApiGatewayV2Client.builder()),
                lake.client(EventBridgeClient.builder()));
    }

    /** Returns the clients of AWS, or of an endpoint, for a pipeline that has functions. */
    static FunctionClients functions(Profile profile) {
        Place place = new Place(profile.region(), profile.endpoint());
        return new FunctionClients(
                place.client(LambdaClient.builder()),
                place.client(ApiGatewayV2Client.builder()),
                place.client(EventBridgeClient.builder()));
    }

    /** Returns the clients of the lake of this machine for a pipeline that files set going. */
    static EventClients events(LakeClients lake) {
        return new EventClients(
                lake.client(StsClient.builder()),
                lake.client(LambdaClient.builder()),
                lake.client(GlueClient.builder()),
                lake.client(EventBridgeClient.builder()),
                lake.client(SnsClient.builder()),
                lake.client(SqsClient.builder()),
                lake.client(SecretsManagerClient.builder()),
                lake.client(RedshiftClient.builder()),
                lake.client(RedshiftDataClient.builder()));
    }

    /** Returns the clients of AWS, or of an endpoint, that every pipeline has, for one that files set going. */
    static Clients of(WorkflowProfile profile) {
        return new Place(profile.region(), profile.endpoint()).clients();
    }

    /** Returns the clients of AWS, or of an endpoint, for a pipeline that files set going. */
    static EventClients events(WorkflowProfile profile) {
        Place place = new Place(profile.region(), profile.endpoint());
        return new EventClients(
                place.client(StsClient.builder()),
                place.client(LambdaClient.builder()),
                place.client(GlueClient.builder()),
                place.client(EventBridgeClient.builder()),
                place.client(SnsClient.builder()),
                place.client(SqsClient.builder()),
                place.client(SecretsManagerClient.builder()),
                place.client(RedshiftClient.builder()),
                place.client(RedshiftDataClient.builder()));
    }

    private record Place(String region, Optional<URI> endpoint) {
        Clients clients() {
            return new Clients(
                    client(S3Client.builder().forcePathStyle(endpoint.isPresent())),
                    client(EmrClient.builder()),
                    client(EmrServerlessClient.builder()),
                    client(AthenaClient.builder()));
        }

        <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder) {
            B located = builder.region(Region.of(region));
            endpoint.ifPresent(located::endpointOverride);
            return located.build();
        }
    }
}
