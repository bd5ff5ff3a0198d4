package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Condition;
import software.amazon.awssdk.services.glue.model.CrawlState;
import software.amazon.awssdk.services.glue.model.Logical;
import software.amazon.awssdk.services.glue.model.Node;
import software.amazon.awssdk.services.glue.model.NodeType;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.TriggerType;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Tests of workflows whose nodes are real crawlers and jobs that call Glue themselves. */
@NeedsPython
@ExtendWith(SharedLake.class)
class WorkflowSystemTest {
    private static final String BUCKET = "workflows";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A job that says to its successors what it has found, as AWS's own example of run properties does. */
    private static final String FINDS =
            """
            import sys
            import boto3
            arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
            name, run = arguments['--WORKFLOW_NAME'], arguments['--WORKFLOW_RUN_ID']
            glue = boto3.client('glue')
            properties = glue.get_workflow_run_properties(Name=name, RunId=run)['RunProperties']
            table = glue.get_table(DatabaseName=properties['database'], Name='orders')['Table']
            properties['columns'] = ','.join(c['Name'] for c in table['StorageDescriptor']['Columns'])
            glue.put_workflow_run_properties(Name=name, RunId=run, RunProperties=properties)
            secret = boto3.client('secretsmanager').get_secret_value(SecretId='workflow/db')['SecretString']
            limit = boto3.client('ssm').get_parameter(Name='/workflow/limit')['Parameter']['Value']
            assert (secret, limit) == ('hidden', '5'), (secret, limit)
            """;

    /** A job that fails unless its predecessor has told it something. */
    private static final String CHECKS =
            """
            import sys
            import boto3
            arguments = dict(zip(sys.argv[1::2], sys.argv[2::2]))
            properties = boto3.client('glue').get_workflow_run_properties(
                Name=arguments['--WORKFLOW_NAME'], RunId=arguments['--WORKFLOW_RUN_ID'])['RunProperties']
            raise SystemExit(0 if properties['columns'] == 'id,amount' and properties['limit'] == '5' else 4)
            """;

    private final SystemLake lake;

    WorkflowSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
    }

    @Test
    void filesBecomeATableThatTheJobsBehindItsCrawlerRead() {
        GlueClient glue = lake.glue();
        lake.s3().createBucket(create -> create.bucket(BUCKET));
        lake.put(BUCKET, "orders/a.csv", "id,amount\n1,2.5\n2,3.5\n");
        lake.put(BUCKET, "code/finds.py", FINDS);
        lake.put(BUCKET, "code/checks.py", CHECKS);
        glue.createDatabase(create -> create.databaseInput(database -> database.name("workflow_orders")));
        glue.createCrawler(create -> create.name("orders")
                .role("arn:aws:iam::000000000000:role/glue")
                .databaseName("workflow_orders")
                .targets(targets -> targets.s3Targets(
                        S3Target.builder().path("s3://" + BUCKET + "/orders/").build())));
        job("finds");
        job("checks");
        try (SecretsManagerClient secrets = lake.client(SecretsManagerClient.builder());
                SsmClient parameters = lake.client(SsmClient.builder())) {
            secrets.createSecret(create -> create.name("workflow/db").secretString("hidden"));
            parameters.putParameter(
                    put -> put.name("/workflow/limit").value("5").type("String"));
        }
        glue.createWorkflow(create ->
                create.name("orders").defaultRunProperties(Map.of("database", "workflow_orders", "limit", "1")));
        glue.createTrigger(create -> create.name("orders-start")
                .workflowName("orders")
                .type(TriggerType.ON_DEMAND)
                .actions(Action.builder().crawlerName("orders").build()));
        then(
                "orders-crawled",
                "finds",
                Condition.builder().crawlerName("orders").crawlState("SUCCEEDED"));
        then("orders-found", "checks", Condition.builder().jobName("finds").state("SUCCEEDED"));

        String id = glue.startWorkflowRun(start -> start.name("orders").runProperties(Map.of("limit", "5")))
                .runId();
        WorkflowRun run = await().atMost(PATIENCE)
                .until(
                        () -> glue.getWorkflowRun(
                                        get -> get.name("orders").runId(id).includeGraph(true))
                                .run(),
                        last -> last.status() != WorkflowRunStatus.RUNNING);

        assertThat(run.statistics().succeededActions()).as(run.toString()).isEqualTo(3);
        assertThat(run.workflowRunProperties()).containsEntry("columns", "id,amount");
        assertThat(run.graph().nodes())
                .filteredOn(node -> node.type() == NodeType.CRAWLER)
                .singleElement()
                .extracting(Node::crawlerDetails)
                .satisfies(details -> assertThat(details.crawls())
                        .singleElement()
                        .satisfies(crawl -> assertThat(crawl.state()).isEqualTo(CrawlState.SUCCEEDED)));
        assertThat(glue.getTable(get -> get.databaseName("workflow_orders").name("orders"))
                        .table()
                        .storageDescriptor()
                        .columns())
                .extracting(Column::type)
                .isEqualTo(List.of("bigint", "double"));
    }

    @Test
    void noSecretIsInALog() throws IOException {
        try (SecretsManagerClient secrets = lake.client(SecretsManagerClient.builder());
                SsmClient parameters = lake.client(SsmClient.builder())) {
            secrets.createSecret(create -> create.name("in-no-log").secretString("never-to-be-seen"));
            secrets.getSecretValue(get -> get.secretId("in-no-log"));
            parameters.putParameter(
                    put -> put.name("/in/no/log").value("never-to-be-seen").type("SecureString"));
            assertThatThrownBy(() -> parameters.putParameter(put -> put.name("/in/no/log/either")
                            .value("never-to-be-seen".repeat(1000))
                            .type("SecureString")))
                    .hasMessageNotContaining("never-to-be-seen");
        }

        try (Stream<Path> logs = Files.list(lake.log("calls").getParent())) {
            assertThat(logs.toList()).isNotEmpty().allSatisfy(log -> assertThat(Files.readString(log))
                    .doesNotContain("never-to-be-seen"));
        }
    }

    private void job(String name) {
        lake.glue().createJob(create -> create.name(name)
                .role("arn:aws:iam::000000000000:role/glue")
                .command(command -> command.name("pythonshell")
                        .pythonVersion("3.9")
                        .scriptLocation("s3://" + BUCKET + "/code/" + name + ".py")));
    }

    private void then(String name, String job, Condition.Builder condition) {
        lake.glue().createTrigger(create -> create.name(name)
                .workflowName("orders")
                .type(TriggerType.CONDITIONAL)
                .startOnCreation(true)
                .predicate(predicate -> predicate
                        .logical(Logical.AND)
                        .conditions(condition.logicalOperator("EQUALS").build()))
                .actions(Action.builder().jobName(job).build()));
    }
}
