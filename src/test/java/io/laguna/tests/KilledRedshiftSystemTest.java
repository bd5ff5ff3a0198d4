package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of Laguna's end by a kill while a client writes into a Redshift cluster: committed rows are there, others are not. */
@Tag("long")
class KilledRedshiftSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int ROWS = 50;
    private static final String NAME = "killed";
    private static final String PASSWORD = "Secret-of-tests-1";
    private static final KilledCluster CLUSTER = new KilledCluster(NAME, PASSWORD);

    @TempDir
    private Path folder;

    @Test
    void committedRowsAreThereAndOthersAreNot() throws InterruptedException, SQLException {
        Random random = new Random(35);
        int committed = 0;
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            // The first kill may come before the cluster is made.
            CLUSTER.create(lake);
            lake.kill();
            lake.start();
            try (Connection connection = CLUSTER.connect(lake)) {
                connection.createStatement().execute("create table written (transaction int, n int)");
            }
            for (int round = 0; round < ROUNDS; round++) {
                AtomicInteger acknowledged = new AtomicInteger(committed);
                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(lake, acknowledged));
                // The time of a kill is the one thing here that is left to chance.
                TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(1_500));

                lake.kill();

                assertThat(writing).failsWithin(PATIENCE);
                lake.start();
                try (Connection connection = CLUSTER.connect(lake)) {
                    committed = number(connection, "select count(distinct transaction) from written");
                    assertThat(committed).as("round " + round).isBetween(acknowledged.get(), acknowledged.get() + 1);
                    assertThat(number(connection, "select count(*) from written"))
                            .as("round " + round)
                            .isEqualTo(committed * ROWS);
                }
            }
        }
        assertThat(committed).isPositive();
    }

    /** Writes one transaction after the other, each of many rows, until the cluster is gone. */
    private static void write(KilledLake lake, AtomicInteger acknowledged) {
        try (Connection connection = CLUSTER.connect(lake)) {
            connection.setAutoCommit(false);
            while (true) {
                try (PreparedStatement insert = connection.prepareStatement("insert into written values (?, ?)")) {
                    for (int row = 0; row < ROWS; row++) {
                        insert.setInt(1, acknowledged.get());
                        insert.setInt(2, row);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
                acknowledged.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The cluster is gone", e);
        }
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
