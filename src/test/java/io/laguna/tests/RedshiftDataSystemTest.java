package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.SqlParameter;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The Data API of a lake over a real cluster, by HTTP to the lake and by TLS from the lake to the cluster. */
@ExtendWith(SharedLake.class)
class RedshiftDataSystemTest {
    private static final String CLUSTER = "data-api";
    private static final String PASSWORD = "Secret-of-tests-1";

    private SystemLake lake;

    @BeforeEach
    void makeCluster(SharedLake.Running running) {
        lake = running.lake();
        try (RedshiftClient redshift = lake.client(RedshiftClient.builder())) {
            redshift.createCluster(create -> create.clusterIdentifier(CLUSTER)
                    .nodeType("dc2.large")
                    .masterUsername("admin")
                    .masterUserPassword(PASSWORD)
                    .dbName("dev"));
            redshift.waiter().waitUntilClusterAvailable(describe -> describe.clusterIdentifier(CLUSTER));
        }
    }

    @Test
    void statementsOfAllLoginsRunOnTheCluster() {
        try (RedshiftDataClient data = lake.client(RedshiftDataClient.builder());
                SecretsManagerClient secrets = lake.client(SecretsManagerClient.builder())) {
            assertThat(run(data, "create table sale (id int, doc super)", asMaster())
                            .status())
                    .isEqualTo(StatusString.FINISHED);
            DescribeStatementResponse inserted =
                    run(data, "insert into sale select 1, json_parse('{\"a\": [1, 2]}')", asMaster());
            assertThat(inserted.resultRows()).isEqualTo(1);
            String read = run(
                            data,
                            "select id, doc from sale where id = :id",
                            asMaster()
                                    .andThen(execute -> execute.parameters(SqlParameter.builder()
                                            .name("id")
                                            .value("1")
                                            .build())))
                    .id();

            assertThat(data.getStatementResult(get -> get.id(read))
                            .records()
                            .get(0)
                            .get(0))
                    .isEqualTo(Field.fromLongValue(1L));
            assertThat(data.getStatementResult(get -> get.id(read)).columnMetadata())
                    .extracting("typeName")
                    .containsExactly("int4", "super");
            String logged = run(
                            data,
                            "select count(*) from stl_query where query = " + inserted.redshiftQueryId()
                                    + " and querytxt like 'insert into sale%'",
                            asMaster())
                    .id();
            assertThat(data.getStatementResult(get -> get.id(logged)).records())
                    .containsExactly(List.of(Field.fromLongValue(1L)));

            String arn = secrets.createSecret(create -> create.name("data-api-login")
                            .secretString("{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}"))
                    .arn();
            assertThat(run(data, "select count(*) from sale", execute -> execute.secretArn(arn))
                            .status())
                    .isEqualTo(StatusString.FINISHED);
            assertThat(run(data, "select current_user", execute -> {}).status()).isEqualTo(StatusString.FINISHED);
            assertThat(run(data, "select * from sale", execute -> {}).error()).contains("permission denied");
            assertThat(data.listTables(list -> list.clusterIdentifier(CLUSTER)
                                    .database("dev")
                                    .dbUser("admin")
                                    .schemaPattern("public"))
                            .tables())
                    .extracting("name")
                    .contains("sale");
        }
    }

    private static Consumer<ExecuteStatementRequest.Builder> asMaster() {
        return execute -> execute.dbUser("admin");
    }

    private static DescribeStatementResponse run(
            RedshiftDataClient data, String sql, Consumer<ExecuteStatementRequest.Builder> login) {
        String id = data.executeStatement(execute -> {
                    execute.clusterIdentifier(CLUSTER).database("dev").sql(sql);
                    login.accept(execute);
                })
                .id();
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> data.describeStatement(describe -> describe.id(id)), told -> List.of(
                                StatusString.FINISHED, StatusString.FAILED, StatusString.ABORTED)
                        .contains(told.status()));
    }
}
