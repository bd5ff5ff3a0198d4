package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;

/** Tests that Glue's reads over HTTP are never old while Spark changes a table and adds partitions to another. */
@Tag("slow")
@ExtendWith(SharedLake.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FreshReadsSystemTest {
    private static final int WRITES = 40;

    private final SystemLake lake;
    private final GlueClient glue;

    FreshReadsSystemTest(SharedLake.Running running) {
        this.lake = running.lake();
        this.glue = lake.glue();
        lake.s3().createBucket(request -> request.bucket("fresh"));
        glue.createDatabase(request -> request.databaseInput(input -> input.name("fresh")));
    }

    @Test
    void noReadIsOlderThanAStatementOfSparksThatHadEnded() throws Exception {
        List<String> statements = statements();
        Run run = lake.submit("fresh", statements);
        int readsWhileItWrote = 0;
        int ended = 0;
        CompletableFuture<RunOutcome> end = CompletableFuture.supplyAsync(() -> lake.end("fresh", run));
        while (!end.isDone()) {
            ended = ended(run);
            check(ended);
            readsWhileItWrote += ended > 2 && ended < statements.size() ? 1 : 0;
        }

        assertThat(end.join()).isInstanceOf(RunOutcome.Succeeded.class);
        check(statements.size());
        assertThat(readsWhileItWrote).isGreaterThan(WRITES / 4);
    }

    /**
     * Returns two statements that make the tables, and then a change of one table and a partition of the other in turn.
     */
    private static List<String> statements() {
        List<String> statements = new ArrayList<>(
                List.of(
                        "CREATE TABLE fresh.counted (id BIGINT) STORED AS PARQUET LOCATION 's3://fresh/counted'",
                        "CREATE TABLE fresh.parts (id BIGINT) PARTITIONED BY (n INT) STORED AS PARQUET LOCATION 's3://fresh/parts'"));
        for (int number = 1; number <= WRITES; number++) {
            statements.add("ALTER TABLE fresh.counted SET TBLPROPERTIES ('written' = '" + number + "')");
            statements.add("ALTER TABLE fresh.parts ADD PARTITION (n = " + number + ")");
        }
        return statements;
    }

    /** Reads, and compares with the statements that had ended before. */
    private void check(int ended) {
        int changes = Math.max(0, ended - 1) / 2;
        int partitions = Math.max(0, ended - 2) / 2;
        if (ended >= 2) {
            String written = glue.getTable(
                            request -> request.databaseName("fresh").name("counted"))
                    .table()
                    .parameters()
                    .getOrDefault("written", "0");
            assertThat(Integer.parseInt(written)).isGreaterThanOrEqualTo(changes);
            assertThat(glue
                            .getPartitionsPaginator(
                                    request -> request.databaseName("fresh").tableName("parts"))
                            .stream()
                            .map(GetPartitionsResponse::partitions)
                            .mapToInt(List::size)
                            .sum())
                    .isGreaterThanOrEqualTo(partitions);
        }
    }

    private static int ended(Run run) throws IOException {
        if (!Files.exists(run.output())) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(run.output())) {
            return (int) lines.filter(line -> line.startsWith("Time taken: ")).count();
        }
    }
}
