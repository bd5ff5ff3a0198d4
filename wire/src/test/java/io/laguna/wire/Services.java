package io.laguna.wire;

import java.util.List;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.lakeformation.LakeFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The services that the wire is proven on: all four protocols are among them. */
final class Services {
    static final List<Class<? extends SdkClient>> ALL = List.of(
            AthenaClient.class,
            CloudWatchLogsClient.class,
            EmrClient.class,
            EmrServerlessClient.class,
            GlueClient.class,
            LakeFormationClient.class,
            LambdaClient.class,
            RedshiftClient.class,
            RedshiftDataClient.class,
            SchedulerClient.class,
            SecretsManagerClient.class,
            StsClient.class);

    private Services() {}

    static List<Class<? extends SdkClient>> all() {
        return ALL;
    }
}
