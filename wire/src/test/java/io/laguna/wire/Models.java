package io.laguna.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
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

/** The models that AWS publishes of the services: a description that does not come from the SDK's classes. */
final class Models {
    private static final Map<Class<? extends SdkClient>, String> FILES = Map.ofEntries(
            Map.entry(AthenaClient.class, "athena-2017-05-18"),
            Map.entry(CloudWatchLogsClient.class, "logs-2014-03-28"),
            Map.entry(EmrClient.class, "elasticmapreduce-2009-03-31"),
            Map.entry(EmrServerlessClient.class, "emr-serverless-2021-07-13"),
            Map.entry(GlueClient.class, "glue-2017-03-31"),
            Map.entry(LakeFormationClient.class, "lakeformation-2017-03-31"),
            Map.entry(LambdaClient.class, "lambda-2015-03-31"),
            Map.entry(RedshiftClient.class, "redshift-2012-12-01"),
            Map.entry(RedshiftDataClient.class, "redshift-data-2019-12-20"),
            Map.entry(SchedulerClient.class, "scheduler-2021-06-30"),
            Map.entry(SecretsManagerClient.class, "secretsmanager-2017-10-17"),
            Map.entry(StsClient.class, "sts-2011-06-15"));

    private Models() {}

    static InputStream open(Class<? extends SdkClient> client) {
        return Objects.requireNonNull(
                Models.class.getResourceAsStream("/models/" + FILES.get(client) + "-model.json"), client.getName());
    }

    static ServiceModel of(Class<? extends SdkClient> client) throws IOException {
        try (InputStream stream = open(client)) {
            return new ServiceModel(stream);
        }
    }
}
