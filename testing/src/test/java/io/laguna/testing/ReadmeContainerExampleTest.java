package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.Application;
import software.amazon.awssdk.services.emr.model.StepConfig;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.s3.S3Client;

@Tag("cluster")
@Testcontainers
class ReadmeContainerExampleTest {
    @Container
    private static final LagunaContainer LAGUNA = new LagunaContainer();

    @Test
    void aStepOfEmrAddsUpATable() {
        try (S3Client s3 = LAGUNA.client(S3Client.builder());
                GlueClient glue = LAGUNA.client(GlueClient.builder());
                EmrClient emr = LAGUNA.client(EmrClient.builder())) {
            s3.createBucket(create -> create.bucket("shop"));
            s3.putObject(put -> put.bucket("shop").key("sales/a.csv"), RequestBody.fromString("1,2.50\n2,1.75\n"));
            glue.createDatabase(create -> create.databaseInput(database -> database.name("shop")));
            glue.createTable(create -> create.databaseName("shop").tableInput(table -> table.name("sales")
                    .storageDescriptor(files -> files.location("s3://shop/sales/")
                            .inputFormat("org.apache.hadoop.mapred.TextInputFormat")
                            .outputFormat("org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat")
                            .serdeInfo(serde -> serde.serializationLibrary(
                                            "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe")
                                    .parameters(Map.of("field.delim", ",")))
                            .columns(
                                    Column.builder().name("id").type("int").build(),
                                    Column.builder()
                                            .name("price")
                                            .type("decimal(9,2)")
                                            .build()))));

            StepConfig step = StepConfig.builder()
                    .name("sum")
                    .actionOnFailure("TERMINATE_CLUSTER")
                    .hadoopJarStep(jar -> jar.jar("command-runner.jar")
                            .args(
                                    "spark-sql",
                                    "-e",
                                    "CREATE TABLE shop.total USING csv LOCATION 's3://shop/total/'"
                                            + " AS SELECT sum(price) FROM shop.sales"))
                    .build();
            String cluster = emr.runJobFlow(run -> run.name("sums")
                            .releaseLabel("emr-7.10.0")
                            .applications(Application.builder().name("Spark").build())
                            .serviceRole("EMR_DefaultRole")
                            .jobFlowRole("EMR_EC2_DefaultRole")
                            .instances(instances -> instances.instanceCount(1).masterInstanceType("m5.xlarge"))
                            .steps(step))
                    .jobFlowId();
            emr.waiter()
                    .waitUntilClusterTerminated(describe -> describe.clusterId(cluster), wait -> wait.backoffStrategyV2(
                                    BackoffStrategy.fixedDelayWithoutJitter(Duration.ofSeconds(1)))
                            .maxAttempts(180));

            String file = s3.listObjectsV2(list -> list.bucket("shop").prefix("total/part-"))
                    .contents()
                    .get(0)
                    .key();
            assertThat(s3.getObjectAsBytes(get -> get.bucket("shop").key(file)).asUtf8String())
                    .isEqualTo("4.25\n");
        }
    }
}
