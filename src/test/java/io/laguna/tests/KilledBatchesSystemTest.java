package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * Tests of Laguna's end by a kill while the Data API runs batches: each batch is whole or not there, one that is FINISHED is
 * there, and every one whose id a client has says how it ended.
 */
@Tag("long")
class KilledBatchesSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int ROWS = 20;
    private static final String NAME = "killed-batches";
    private static final String PASSWORD = "Secret-of-tests-1";
    private static final KilledCluster CLUSTER = new KilledCluster(NAME, PASSWORD);
    private static final Set<StatusString> ENDED =
            EnumSet.of(StatusString.FINISHED, StatusString.FAILED, StatusString.ABORTED);

    @TempDir
    private Path folder;

    /** The batches whose ids Laguna has given, by the ids. */
    private final Map<String, Integer> given = new ConcurrentHashMap<>();

    @Test
    void batchesAreWholeOrNotThereAndSayHowTheyEnded() throws InterruptedException, SQLException {
        Random random = new Random(37);
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            prepare(lake);
            for (int round = 0; round < ROUNDS; round++) {
                int known = given.size();
                int first = round * 1_000_000;
                CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(lake, first));
                await().atMost(PATIENCE).until(() -> given.size() > known);
                // The time of a kill is the one thing here that is left to chance.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(1_000));

                lake.kill();

                assertThat(sending).failsWithin(PATIENCE);
                lake.start();
                check(lake, "round " + round);
            }
        }
    }

    private static void prepare(KilledLake lake) throws SQLException {
        CLUSTER.create(lake);
        try (Connection connection = CLUSTER.connect(lake);
                Statement statement = connection.createStatement()) {
            statement.execute("create table written (batch int, n int)");
        }
    }

    /** Sends one batch after the other, each an INSERT for every row, until nobody answers. */
    private void send(KilledLake lake, int first) {
        try (RedshiftDataClient data = lake.clients().client(RedshiftDataClient.builder())) {
            for (int number = first; true; number++) {
                int batch = number;
                List<String> inserts = IntStream.range(0, ROWS)
                        .mapToObj(row -> "insert into written values (" + batch + ", " + row + ")")
                        .toList();
                given.put(
                        data.batchExecuteStatement(execute -> execute.clusterIdentifier(NAME)
                                        .database("dev")
                                        .dbUser("admin")
                                        .sqls(inserts))
                                .id(),
                        batch);
            }
        } catch (SdkException e) {
            throw new IllegalStateException("Nobody answers", e);
        }
    }

    private void check(KilledLake lake, String round) throws SQLException {
        try (RedshiftDataClient data = lake.clients().client(RedshiftDataClient.builder());
                Connection connection = CLUSTER.connect(lake)) {
            Map<String, DescribeStatementResponse> ended = new HashMap<>();
            given.keySet().forEach(id -> ended.put(id, end(data, id)));
            Map<Integer, Integer> there = rowsOfBatches(connection);
            assertThat(there.values()).as(round + ": rows of each batch").allMatch(rows -> rows == ROWS);
            ended.forEach((id, told) -> {
                if (told.status() == StatusString.FINISHED) {
                    assertThat(there).as(round + ": " + id + " is FINISHED").containsKey(given.get(id));
                } else {
                    assertThat(told.error())
                            .as(round + ": why " + id + " is " + told.status())
                            .isNotBlank();
                }
            });
            System.out.println(round + ": " + given.size() + " batches given, " + there.size() + " there, each whole");
        }
    }

    private static DescribeStatementResponse end(RedshiftDataClient data, String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> data.describeStatement(describe -> describe.id(id)),
                        told -> ENDED.contains(told.status()));
    }

    private static Map<Integer, Integer> rowsOfBatches(Connection connection) throws SQLException {
        Map<Integer, Integer> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet counts = statement.executeQuery("select batch, count(*) from written group by batch")) {
            while (counts.next()) {
                rows.put(counts.getInt(1), counts.getInt(2));
            }
        }
        return rows;
    }
}
