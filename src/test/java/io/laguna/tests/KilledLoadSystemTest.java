package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Tests of Laguna's end by a kill during COPY and UNLOAD: a load is whole or is not there, a manifest lists whole files. */
@Tag("long")
class KilledLoadSystemTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int ROWS = 200_000;
    private static final String NAME = "killed-load";
    private static final String PASSWORD = "Secret-of-tests-1";
    private static final KilledCluster CLUSTER = new KilledCluster(NAME, PASSWORD);
    private static final String ROLE = " iam_role 'arn:aws:iam::000000000000:role/load' ";

    @TempDir
    private Path folder;

    @Test
    void loadsAreWholeOrNotThereAndManifestsListWholeFiles() throws InterruptedException, SQLException, IOException {
        Random random = new Random(36);
        try (KilledLake lake = new KilledLake(folder)) {
            lake.start();
            prepare(lake);
            long loaded = ROWS;
            for (int round = 0; round < ROUNDS; round++) {
                String statement = round % 2 == 0
                        ? "copy rows from 's3://" + NAME + "/rows.csv'" + ROLE + "csv"
                        : "unload ('select * from rows') to 's3://" + NAME + "/out-" + round + "/'" + ROLE + "manifest";
                CompletableFuture<Void> running = CompletableFuture.runAsync(() -> run(lake, statement));
                // The time of a kill is the one thing here that is left to chance.
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(2_000));

                lake.kill();

                await().atMost(PATIENCE).until(running::isDone);
                lake.start();
                long now = count(lake);
                assertThat(now).as("round " + round).isIn(loaded, round % 2 == 0 ? loaded + ROWS : loaded);
                loaded = now;
                check(lake, "out-" + round + "/", loaded);
            }
        }
    }

    /** Checks that a manifest, if there is one, lists files that have all rows. */
    private static void check(KilledLake lake, String prefix, long rows) throws IOException {
        try (S3Client s3 = lake.clients().s3()) {
            List<String> keys = s3
                    .listObjectsV2Paginator(list -> list.bucket(NAME).prefix(prefix))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
            if (!keys.contains(prefix + "manifest")) {
                return;
            }
            JsonNode manifest = new JsonMapper()
                    .readTree(s3.getObjectAsBytes(get -> get.bucket(NAME).key(prefix + "manifest"))
                            .asByteArray());
            long lines = 0;
            for (JsonNode entry : manifest.path("entries")) {
                String key = entry.path("url").asText().substring(("s3://" + NAME + "/").length());
                lines += s3.getObjectAsBytes(get -> get.bucket(NAME).key(key))
                        .asUtf8String()
                        .lines()
                        .count();
            }
            assertThat(lines).as("rows of " + prefix).isEqualTo(rows);
        }
    }

    private static void prepare(KilledLake lake) throws SQLException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append(",name ").append(i).append(",2024-02-29\n");
        }
        try (S3Client s3 = lake.clients().s3()) {
            s3.createBucket(create -> create.bucket(NAME));
            s3.putObject(put -> put.bucket(NAME).key("rows.csv"), RequestBody.fromString(rows.toString()));
        }
        CLUSTER.create(lake);
        try (Connection connection = CLUSTER.connect(lake)) {
            connection.createStatement().execute("create table rows (id int, name varchar(20), day date)");
            connection.createStatement().execute("copy rows from 's3://" + NAME + "/rows.csv'" + ROLE + "csv");
        }
        assertThat(count(lake)).isEqualTo(ROWS);
    }

    private static void run(KilledLake lake, String statement) {
        try (Connection connection = CLUSTER.connect(lake)) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The cluster is gone", e);
        }
    }

    private static long count(KilledLake lake) throws SQLException {
        try (Connection connection = CLUSTER.connect(lake);
                ResultSet row = connection.createStatement().executeQuery("select count(*) from rows")) {
            row.next();
            return row.getLong(1);
        }
    }
}
