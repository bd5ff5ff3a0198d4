package io.laguna.pipelines.run;

import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The AWS clients of a pipeline that files set going: of functions, workflows, messages and a warehouse. {@link Clients} are
 * those of every pipeline.
 *
 * <p>The caller also closes them.
 */
public record EventClients(
        StsClient sts,
        LambdaClient lambda,
        GlueClient glue,
        EventBridgeClient events,
        SnsClient sns,
        SqsClient sqs,
        SecretsManagerClient secrets,
        RedshiftClient redshift,
        RedshiftDataClient data)
        implements AutoCloseable {
    @Override
    public void close() {
        sts.close();
        lambda.close();
        glue.close();
        events.close();
        sns.close();
        sqs.close();
        secrets.close();
        redshift.close();
        data.close();
    }
}
