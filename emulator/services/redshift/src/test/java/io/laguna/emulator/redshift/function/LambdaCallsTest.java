package io.laguna.emulator.redshift.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.redshift.load.Access;
import io.laguna.emulator.redshift.load.Copies;
import io.laguna.emulator.redshift.load.LoadSettings;
import io.laguna.emulator.redshift.load.RoleRefused;
import io.laguna.emulator.redshift.load.Unloads;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.redshift.session.LiveCluster;
import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests of functions that Lambda computes, by AWS's driver: a real cluster, and a Lambda that the test answers for. */
@ExtendWith(EngineLake.class)
class LambdaCallsTest {
    private static final AnsweringLambda LAMBDA = new AnsweringLambda();
    private static final String LAMBDA_AND_ROLE = " lambda 'computed' iam_role '" + LiveCluster.ROLE + "'";
    private static final AtomicInteger TAKEN = new AtomicInteger();
    private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
    private static LiveCluster cluster;
    private static S3Client s3;

    @BeforeAll
    static void start(EngineLake.Running lake) throws SQLException {
        s3 = lake.s3();
        Function<List<String>, AwsCredentials> taken = roles -> {
            if (roles.get(0).endsWith("/nobody")) {
                throw new RoleRefused(roles.get(0), new IllegalArgumentException());
            }
            TAKEN.incrementAndGet();
            return AwsBasicCredentials.create("role", "secret");
        };
        LoadSettings loads = new LoadSettings(() -> s3, taken);
        cluster = LiveCluster.start(scope -> Carriers.NONE
                .withLoads(new Copies(loads), new Unloads(loads))
                .withCalls(new LambdaCalls(caller -> LAMBDA, new Access(taken), EXECUTOR)));
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
        EXECUTOR.shutdownNow();
        s3.close();
    }

    @BeforeEach
    void clear() {
        LAMBDA.clear();
    }

    @Test
    void aFunctionGetsItsRowInTheShapeThatRedshiftSends() throws SQLException {
        LAMBDA.answers("{\"success\": true, \"num_records\": 1, \"results\": [\"done\"]}");
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_all(int, decimal(5,2), varchar, boolean, date, char(5)) returns varchar volatile"
                            + LAMBDA_AND_ROLE);
            assertThat(rows(connection, "select f_all(1, 2.50, 'it''s', true, '2024-02-29', 'ab')"))
                    .containsExactly("done");
            assertThat(LAMBDA.payload()).contains("\"arguments\":[[1,2.50,\"it's\",true,\"2024-02-29\",\"ab\"]]");
            assertThat(LAMBDA.asked().path("num_records").asInt()).isEqualTo(1);
            assertThat(LAMBDA.asked().path("user").asText()).isEqualTo(LiveCluster.USER);
            assertThat(LAMBDA.asked().path("database").asText()).isEqualTo(LiveCluster.DATABASE);
            assertThat(LAMBDA.asked().path("cluster").asText())
                    .isEqualTo("arn:aws:redshift:us-east-1:123456789012:cluster:tests");
            assertThat(LAMBDA.asked().path("external_function").asText()).isEqualTo("public.f_all");
            assertThat(rows(
                            connection,
                            "select trim(querytxt) from stl_query where query = "
                                    + LAMBDA.asked().path("query_id").asLong()))
                    .containsExactly("select f_all(1, 2.50, 'it''s', true, '2024-02-29', 'ab')");
        }
    }

    @Test
    void rowsOfATableAreComputedWhereverAFunctionMayStand() throws SQLException {
        // As Lambda's functions in Python and Node.js do, it answers a string of JSON.
        LAMBDA.answers(asked -> {
            var row = asked.path("arguments").path(0);
            String sum = row.path(0).isNull()
                    ? "null"
                    : "" + (row.path(0).asInt() + row.path(1).asInt());
            return "\"{\\\"results\\\": [" + sum + "]}\"";
        });
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_sum(a int, b int) returns int stable" + LAMBDA_AND_ROLE
                            + " retry_timeout 0 max_batch_rows 10 max_batch_size 1 mb",
                    "create table pairs (a int, b int)",
                    "insert into pairs values (4, 5), (6, 7), (null, 1)");
            assertThat(rows(connection, "select a, f_sum(a, b) from pairs order by a"))
                    .containsExactly("4|9", "6|13", "~|~");
            assertThat(rows(connection, "select a from pairs where f_sum(a, b) > 10"))
                    .containsExactly("6");
            run(connection, "update pairs set b = f_sum(f_sum(a, 1), b)");
            assertThat(rows(connection, "select b from pairs order by a")).containsExactly("10", "14", "~");
            run(connection, "create table sums as select f_sum(a, b) as s from pairs group by a, b");
            assertThat(rows(connection, "select count(*), sum(s) from sums")).containsExactly("3|34");
        }
    }

    @Test
    @Timeout(60)
    void anUnloadWritesWhatAFunctionHasComputed() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_twice(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "create table unloaded (n int)",
                    "insert into unloaded values (1), (2), (3)");
            LAMBDA.answers(asked -> "{\"results\": ["
                    + 2 * asked.path("arguments").path(0).path(0).asInt() + "]}");
            run(connection, unload("plain", "select n, f_twice(n) from unloaded order by 1"));
            assertThat(text("plain000")).isEqualTo("1|2\n2|4\n3|6\n");
            assertThat(rows(
                            connection,
                            "select trim(querytxt) from stl_query where query = "
                                    + LAMBDA.asked().path("query_id").asLong()))
                    .singleElement()
                    .asString()
                    .startsWith("unload (");

            run(
                    connection,
                    "create procedure unloads() as $$ begin execute '"
                            + unload("procedure", "select f_twice(n) from unloaded order by 1")
                                    .replace("'", "''")
                            + "'; end $$ language plpgsql",
                    "call unloads()");
            assertThat(text("procedure000")).isEqualTo("2\n4\n6\n");
        }
        // The first question of a session is for its key, here in a procedure's own statement.
        try (Connection connection = cluster.connect()) {
            run(connection, "begin", "call unloads()", "rollback");
        }
    }

    @Test
    @Timeout(60)
    void anUnloadFailsWithItsFunction() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_fails(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "create or replace procedure unload_fails() as $$ begin execute '"
                            + unload("failed", "select f_fails(1)").replace("'", "''")
                            + "'; end $$ language plpgsql");
            LAMBDA.answers("{\"success\": false, \"error_msg\": \"no such luck\"}");
            assertThatThrownBy(() -> run(connection, unload("failed", "select f_fails(1)")))
                    .hasMessageContaining("no such luck");
            assertThatThrownBy(() -> run(connection, "call unload_fails()")).hasMessageContaining("no such luck");
            assertThat(rows(connection, "select 1")).containsExactly("1");
        }
    }

    private static String unload(String key, String query) {
        return "unload ('" + query + "') to 's3://" + EngineLake.BUCKET + "/functions/" + key + "' iam_role '"
                + LiveCluster.ROLE + "' parallel off allowoverwrite";
    }

    private static String text(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(EngineLake.BUCKET).key("functions/" + key))
                .asUtf8String();
    }

    @Test
    @Timeout(60)
    void aStatementDoesNotWaitForLambdaWhenItHasTimedOut() throws SQLException {
        CountDownLatch computed = new CountDownLatch(1);
        LAMBDA.answers(asked -> {
            try {
                computed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "{\"results\": [5]}";
        });
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_slow(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "set statement_timeout to 1000");
            assertThatThrownBy(() -> rows(connection, "select f_slow(1)")).hasMessageContaining("timeout");
            assertThatThrownBy(() -> run(connection, unload("slow", "select f_slow(1)")))
                    .hasMessageContaining("timeout");
            assertThat(LAMBDA.calls()).isEqualTo(2);
            run(connection, "set statement_timeout to 0");
            computed.countDown();
            assertThat(rows(connection, "select f_slow(1)")).containsExactly("5");
        } finally {
            computed.countDown();
        }
    }

    @Test
    void aStatementTakesARoleOnOnce() throws SQLException {
        LAMBDA.answers("{\"results\": [5]}");
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_many(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "create table many (n int)",
                    "insert into many values (1), (2), (3)");
            int before = TAKEN.get();
            assertThat(rows(connection, "select f_many(n) from many")).containsExactly("5", "5", "5");
            assertThat(LAMBDA.calls()).isEqualTo(3);
            assertThat(TAKEN.get()).isEqualTo(before + 1);
            assertThat(rows(connection, "select f_many(n) from many")).hasSize(3);
            assertThat(TAKEN.get()).isEqualTo(before + 2);
        }
    }

    @Test
    void whatLambdaSaysIsWrongIsTheStatementsError() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(connection, "create external function f_bad(int) returns int volatile" + LAMBDA_AND_ROLE);
            LAMBDA.answers("{\"success\": false, \"error_msg\": \"Integer multiplication overflow\"}");
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)"))
                    .hasMessageContaining("Integer multiplication overflow")
                    .hasMessageContaining("code:      32004");
            LAMBDA.answers("{\"results\": [1, 2]}");
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)"))
                    .hasMessageContaining("Invalid External Function Response")
                    .hasMessageContaining("Extra rows in external function response");
            LAMBDA.answers("{\"results\": []}");
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)"))
                    .hasMessageContaining("Missing rows in external function response");
            LAMBDA.answers("{\"results\": [\"many\"]}");
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)")).hasMessageContaining("Invalid digit");
            LAMBDA.fails(ResourceNotFoundException.builder()
                    .message("Function not found: computed")
                    .build());
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)"))
                    .hasMessageContaining("Function not found: computed; Exception: ResourceNotFoundException");
            LAMBDA.throwsError("{\"errorMessage\": \"division by zero\"}");
            assertThatThrownBy(() -> rows(connection, "select f_bad(1)")).hasMessageContaining("division by zero");
            LAMBDA.answers("{\"results\": [5]}");
            assertThat(rows(connection, "select f_bad(1)")).containsExactly("5");
        }
    }

    @Test
    void aBusyLambdaIsAskedAgainUntilTheTimeoutIsOver() throws SQLException {
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_never(int) returns int volatile" + LAMBDA_AND_ROLE + " retry_timeout 0",
                    "create external function f_again(int) returns int volatile" + LAMBDA_AND_ROLE);
            LAMBDA.isBusy(1, "{\"results\": [5]}");
            assertThatThrownBy(() -> rows(connection, "select f_never(1)"))
                    .hasMessageContaining("Rate Exceeded.; Exception: TooManyRequestsException; ShouldRetry: 1");
            LAMBDA.isBusy(2, "{\"results\": [5]}");
            assertThat(rows(connection, "select f_again(1)")).containsExactly("5");
        }
    }

    @Test
    void aRoleHasToBeTheClusters() throws SQLException {
        LAMBDA.answers("{\"results\": [5]}");
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create external function f_default(int) returns int volatile lambda 'computed' iam_role default",
                    "create external function f_other(int) returns int volatile lambda 'computed' iam_role 'arn:aws:iam::123456789012:role/nobody'");
            assertThat(rows(connection, "select f_default(1)")).containsExactly("5");
            assertThatThrownBy(() -> rows(connection, "select f_other(1)"))
                    .hasMessageContaining("is not authorized to assume IAM Role arn:aws:iam::123456789012:role/nobody");
        }
    }

    @Test
    void usersMakeAndRunWhatTheyHaveThePrivilegeFor() throws SQLException {
        LAMBDA.answers("{\"results\": [5]}");
        String make = "create external function f_mine(int) returns int volatile" + LAMBDA_AND_ROLE;
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create user maker password 'Secret-1a'",
                    "create external function f_closed(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "revoke execute on function f_closed(int) from public");
            try (Connection maker = user("maker")) {
                assertThatThrownBy(() -> run(maker, make))
                        .hasMessageContaining("permission denied for language exfunc");
                run(connection, "grant usage on language exfunc to maker");
                run(maker, make);
                assertThat(rows(maker, "select f_mine(1)")).containsExactly("5");
                assertThatThrownBy(() -> rows(maker, "select f_closed(1)")).hasMessageContaining("permission denied");
                assertThat(
                                rows(
                                        maker,
                                        "select l.lanname from pg_proc_info p join pg_language l on l.oid = p.prolang where proname = 'f_mine'"))
                        .containsExactly("exfunc");
                run(maker, "drop function f_mine(int)");
                assertThatThrownBy(() -> rows(maker, "select f_mine(1)")).hasMessageContaining("does not exist");
            }
        }
    }

    @Test
    void nobodyAsksLambdaPastAFunction() throws SQLException {
        LAMBDA.answers("{\"results\": [5]}");
        try (Connection connection = cluster.connect()) {
            run(
                    connection,
                    "create user forger password 'Secret-1a'",
                    "create external function f_kept(int) returns int volatile" + LAMBDA_AND_ROLE,
                    "revoke execute on function f_kept(int) from public");
        }
        try (Connection forger = user("forger")) {
            String called =
                    "{\"name\": \"x\", \"arguments\": [1], \"function\": {\"lambda\": \"computed\", \"roles\": [\""
                            + LiveCluster.ROLE + "\"], \"retry_timeout\": 0, \"max_batch_bytes\": 10000}}";
            assertThatThrownBy(() -> rows(forger, "select laguna.told('F" + called + "')"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> rows(forger, "select laguna.told('F" + "0".repeat(32) + called + "')"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> rows(forger, "select laguna.invoke('f_kept'::regproc, '[1]')"))
                    .hasMessageContaining("permission denied");
            assertThat(LAMBDA.calls()).isZero();
        }
    }

    private static Connection user(String name) throws SQLException {
        return cluster.connect("redshift", name, "Secret-1a", LiveCluster.DATABASE, Map.of("ssl", "false"));
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            int count = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= count; i++) {
                    String value = result.getString(i);
                    values.add(value == null ? "~" : value);
                }
                rows.add(String.join("|", values));
            }
            return rows;
        }
    }
}
