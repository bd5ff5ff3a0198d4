package io.laguna.redshift.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.redshift.wire.RunningCluster.Running;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of sessions beside each other, and of their ends. */
@ExtendWith(RunningCluster.class)
class SessionsTest {
    private static final Map<String, String> CLEAR = Map.of("ssl", "false");
    private static final String SLEEPS = "select pg_sleep(25), 'the sleeper of %s'";
    private final Running cluster;

    SessionsTest(Running cluster) {
        this.cluster = cluster;
    }

    @ParameterizedTest
    @ValueSource(strings = {"select pg_sleep(25)", "wait"})
    void aCancelledStatementEndsAndTheSessionGoesOn(String text) throws Exception {
        try (Connection connection = cluster.redshift(CLEAR);
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> cancelling = CompletableFuture.runAsync(
                    () -> cancel(statement), CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS));
            assertThatThrownBy(() -> statement.execute(text))
                    .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                            .isEqualTo("57014"));
            cancelling.get();
            assertThat(number(connection, "select 5")).isEqualTo(5);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void fiftySessionsWorkBesideEachOtherAndAreGoneAfterwards() throws Exception {
        int before = cluster.port().sessions();
        ExecutorService clients = Executors.newFixedThreadPool(50);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int number = i;
                results.add(clients.submit(() -> {
                    try (Connection connection = cluster.redshift(CLEAR)) {
                        int sum = 0;
                        for (int j = 0; j < 20; j++) {
                            sum += number(connection, "select " + number);
                        }
                        return sum;
                    }
                }));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(results.get(i).get()).isEqualTo(20 * i);
            }
        } finally {
            clients.shutdownNow();
        }
        await().until(() -> cluster.port().sessions() == before);
    }

    @Test
    void theStatementOfAClientThatIsGoneIsCancelled() throws Exception {
        String marked = SLEEPS.formatted("a killed client");
        try (RawClient client = RawClient.admitted(cluster)) {
            client.query(marked);
            await().until(() -> running(marked) == 1);
        }
        await().until(() -> running(marked) == 0);
    }

    @Test
    void aClientThatDoesNotReadHoldsItsQueryAndNoMemory() throws Exception {
        String marked = "select repeat('z', 1000), 'unread' from generate_series(1, 3000000)";
        try (RawClient client = RawClient.admitted(cluster)) {
            client.query(marked);
            await().until(() -> count(
                            "select count(*) from pg_stat_activity where query like '%unread%' and wait_event = 'ClientWrite'")
                    == 1);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            assertThat(runtime.totalMemory() - runtime.freeMemory()).isLessThan(100L << 20);
        }
        await().until(() -> running(marked) == 0);
    }

    @Test
    void aPortThatClosesEndsItsSessionsWithAReason() throws Exception {
        RedshiftPort port = cluster.open(Optional.empty(), cluster::admin);
        String marked = SLEEPS.formatted("a port that closes");
        try (Connection idle = cluster.connect("postgresql", port, CLEAR);
                Connection busy = cluster.connect("postgresql", port, CLEAR);
                Statement statement = busy.createStatement()) {
            CompletableFuture<Throwable> failure = CompletableFuture.supplyAsync(() -> failureOf(statement, marked));
            await().until(() -> running(marked) == 1);
            port.close();
            assertThat(port.sessions()).isZero();
            assertThat(failure.get()).hasMessageContaining("terminating connection due to administrator command");
            assertThatThrownBy(() -> number(idle, "select 1"))
                    .hasMessageContaining("terminating connection due to administrator command");
        }
        await().until(() -> running(marked) == 0);
    }

    private static Throwable failureOf(Statement statement, String text) {
        try {
            statement.execute(text);
            return new AssertionError("the statement has succeeded");
        } catch (SQLException e) {
            return e;
        }
    }

    @Test
    void aSessionThatTheEngineEndsIsEndedForItsClient() throws Exception {
        // AWS's driver shows the end of the connection alone.
        try (Connection connection = cluster.postgresql(CLEAR)) {
            int process = number(connection, "select pg_backend_pid()");
            count("select pg_terminate_backend(" + process + ")::int");
            assertThatThrownBy(() -> number(connection, "select 1")).hasMessageContaining("administrator command");
        }
    }

    @Test
    void messagesMayComeBeforeTheAnswersAreRead() throws Exception {
        try (RawClient client = RawClient.admitted(cluster)) {
            for (int i = 0; i < 3_000; i++) {
                client.prepared("select " + i + ", repeat('w', 100)");
            }
            client.send('S', new byte[0]);
            assertThat(client.typesUpToReady()).containsEntry('D', 3_000).containsEntry('C', 3_000);
        }
    }

    @Test
    void aSocketThatSaysNothingIsNoSession() throws Exception {
        int before = cluster.port().sessions();
        try (Socket silent = new Socket("localhost", cluster.address().getPort())) {
            await().until(() -> cluster.port().sessions() == before + 1);
            assertThat(silent.isConnected()).isTrue();
        }
        await().until(() -> cluster.port().sessions() == before);
    }

    private int running(String text) throws SQLException {
        return count("select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                + " and query = '" + text.replace("'", "''") + "'");
    }

    private int count(String query) throws SQLException {
        try (Connection administrator = cluster.administrator(RunningCluster.DATABASE)) {
            return number(administrator, query);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
