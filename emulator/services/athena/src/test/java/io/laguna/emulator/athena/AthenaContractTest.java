package io.laguna.emulator.athena;

import io.laguna.emulator.athena.query.Usage;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.engines.server.OnDemand;
import io.laguna.engines.server.RemoteServer;
import io.laguna.wire.Rooms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.CreateCapacityReservationRequest;
import software.amazon.awssdk.services.athena.model.CreateDataCatalogRequest;
import software.amazon.awssdk.services.athena.model.CreateNamedQueryRequest;
import software.amazon.awssdk.services.athena.model.CreatePreparedStatementRequest;
import software.amazon.awssdk.services.athena.model.CreateWorkGroupRequest;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(CatalogLake.class)
class AthenaContractTest extends ServiceContract<AthenaClient> {
    private static final Caller CALLER = new Caller("222222222222", "eu-west-1");

    private final CatalogLake.Running lake;
    private final S3Client s3;

    @TempDir
    private Path folder;

    private Athena athena;

    AthenaContractTest(CatalogLake.Running lake) {
        super(AthenaClient.class, "athena-2017-05-18", "athena");
        this.lake = lake;
        this.s3 = lake.s3();
    }

    @BeforeEach
    void open() {
        athena = Athena.open(
                lake.state(),
                new OnDemand(new RemoteServer("trino", "http://127.0.0.1:0")),
                lake::glue,
                s3,
                folder,
                new Usage(bytes -> BigDecimal.ZERO));
    }

    @AfterEach
    void close() {
        athena.close();
        s3.close();
    }

    @Override
    protected List<AthenaClient> rooms() {
        return athena.rooms(CALLER);
    }

    @Override
    protected void restart() {
        athena.close();
        open();
    }

    /** There is no Trino here: the query is one for the Data Catalog. */
    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateWorkGroupRequest.builder()
                        .name(name)
                        .configuration(group ->
                                group.resultConfiguration(result -> result.outputLocation(lake.location("results/"))))
                        .build(),
                made -> CreateDataCatalogRequest.builder()
                        .name(name)
                        .type("GLUE")
                        .parameters(Map.of("catalog-id", CALLER.accountId()))
                        .build(),
                made -> CreateCapacityReservationRequest.builder()
                        .name(name)
                        .targetDpus(24)
                        .build(),
                made -> CreateNamedQueryRequest.builder()
                        .name(name)
                        .workGroup(name)
                        .database("default")
                        .queryString("SELECT 1")
                        .build(),
                made -> CreatePreparedStatementRequest.builder()
                        .statementName(name)
                        .workGroup(name)
                        .queryStatement("SELECT 1")
                        .build(),
                made -> StartQueryExecutionRequest.builder()
                        .workGroup(name)
                        .queryString("CREATE DATABASE IF NOT EXISTS contract")
                        .build());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("CatalogName", "AwsDataCatalog", "DatabaseName", "default");
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("ResourceARN", arn(made.getOrDefault("WorkGroup", "primary")));
    }

    @Override
    protected void settle(Map<String, String> made) {
        AthenaClient client = Rooms.of(AthenaClient.class, rooms()).client();
        Optional.ofNullable(made.get("QueryExecutionId")).ifPresent(id -> Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> client.getQueryExecution(get -> get.queryExecutionId(id))
                                .queryExecution()
                                .status()
                                .state()
                        == QueryExecutionState.SUCCEEDED));
    }

    @Override
    protected Optional<String> telling(String operation) {
        return Optional.of("QueryString");
    }

    @Override
    protected String otherRequest() {
        return "InvalidRequestException";
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return arn(made.get("WorkGroup"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return arn("none");
    }

    private static String arn(String workGroup) {
        return CALLER.arn("athena", "workgroup/" + workGroup);
    }
}
