package io.laguna.emulator.glue;

import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.wire.Rooms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Action;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreateClassifierRequest;
import software.amazon.awssdk.services.glue.model.CreateConnectionRequest;
import software.amazon.awssdk.services.glue.model.CreateCrawlerRequest;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.CreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.CreateTriggerRequest;
import software.amazon.awssdk.services.glue.model.CreateUserDefinedFunctionRequest;
import software.amazon.awssdk.services.glue.model.CreateWorkflowRequest;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;
import software.amazon.awssdk.services.glue.model.StartWorkflowRunRequest;
import software.amazon.awssdk.services.glue.model.TriggerType;

@ExtendWith(CatalogLake.class)
class GlueContractTest extends ServiceContract<GlueClient> {
    private final CatalogLake.Running lake;
    private Glue glue;

    GlueContractTest(CatalogLake.Running lake) {
        super(GlueClient.class, "glue-2017-03-31", "glue");
        this.lake = lake;
        this.glue = lake.openAll();
    }

    @AfterEach
    void close() {
        glue.close();
    }

    @Override
    protected List<GlueClient> rooms() {
        return glue.rooms(CatalogLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        glue = lake.openAll();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateDatabaseRequest.builder()
                        .databaseInput(database -> database.name(name))
                        .build(),
                made -> CreateTableRequest.builder()
                        .databaseName(name)
                        .tableInput(table -> table.name(name)
                                .partitionKeys(Column.builder()
                                        .name("day")
                                        .type("string")
                                        .build())
                                .storageDescriptor(storage -> storage.location(lake.location(name))
                                        .columns(Column.builder()
                                                .name("id")
                                                .type("int")
                                                .build())))
                        .build(),
                made -> CreatePartitionRequest.builder()
                        .databaseName(name)
                        .tableName(name)
                        .partitionInput(partition -> partition
                                .values("1")
                                .storageDescriptor(storage -> storage.location(lake.location(name + "/1"))))
                        .build(),
                made -> CreateUserDefinedFunctionRequest.builder()
                        .databaseName(name)
                        .functionInput(function -> function.functionName(name)
                                .className("A")
                                .ownerName("hive")
                                .ownerType("USER"))
                        .build(),
                made -> CreateJobRequest.builder()
                        .name(name)
                        .role("role")
                        .command(command -> command.name("glueetl").scriptLocation("s3://lake/not-there.py"))
                        .build(),
                made -> StartJobRunRequest.builder()
                        .jobName(name)
                        .jobRunQueuingEnabled(true)
                        .build(),
                made -> CreateWorkflowRequest.builder().name(name).build(),
                made -> CreateTriggerRequest.builder()
                        .name(name)
                        .workflowName(name)
                        .type(TriggerType.ON_DEMAND)
                        .actions(Action.builder().jobName("not_there").build())
                        .build(),
                made -> StartWorkflowRunRequest.builder().name(name).build(),
                made -> CreateConnectionRequest.builder()
                        .connectionInput(connection -> connection
                                .name(name)
                                .connectionType("NETWORK")
                                .connectionPropertiesWithStrings(Map.of()))
                        .build(),
                made -> CreateClassifierRequest.builder()
                        .jsonClassifier(json -> json.name(name).jsonPath("$[*]"))
                        .build(),
                made -> CreateCrawlerRequest.builder()
                        .name(name)
                        .role("role")
                        .databaseName(name)
                        .targets(targets -> targets.s3Targets(
                                S3Target.builder().path("s3://lake/" + name).build()))
                        .build());
    }

    /** Waits until the run has failed, since its script is not there. */
    @Override
    protected void settle(Map<String, String> made) {
        GlueClient client = Rooms.of(GlueClient.class, rooms()).client();
        await().until(() ->
                client.getJobRun(get -> get.jobName(made.get("JobName")).runId(made.get("JobRunId")))
                                .jobRun()
                                .jobRunState()
                        == JobRunState.FAILED);
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("DatabaseName", "default", "Pattern", "*");
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        String name = made.get("DatabaseName");
        return Map.of(
                "Name",
                name,
                "TableName",
                name,
                "FunctionName",
                name,
                "ResourceArn",
                arn(name),
                "JobName",
                name,
                "WorkflowName",
                name,
                "CrawlerName",
                name,
                "RunId",
                made.getOrDefault("JobRunId", "none"));
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return arn(made.get("DatabaseName"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return arn("contract_missing");
    }

    private static String arn(String database) {
        return CatalogLake.CALLER.arn("glue", "database/" + database);
    }
}
