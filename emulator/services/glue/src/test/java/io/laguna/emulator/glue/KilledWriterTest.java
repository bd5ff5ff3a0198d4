package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Table;

/** Tests that after a process was killed while it wrote, acknowledged writes are there, and nothing half. */
@Tag("long")
@ExtendWith(CatalogLake.class)
class KilledWriterTest {
    private static final int ROUNDS = Integer.getInteger("laguna.test.rounds", 2);
    private static final int DELETED = 2;

    private final CatalogLake.Running lake;
    private final GlueClient glue;

    KilledWriterTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void aKilledProcessLosesNothingAndLeavesNothingHalf() throws Exception {
        String database = TestTables.database(glue);
        Random random = new Random(42);
        Map<String, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.putAll(killed(database, "r" + round + "_", random.nextInt(400)));
        }

        List<Table> tables = new ArrayList<>();
        glue.getTablesPaginator(request -> request.databaseName(database)).stream()
                .forEach(page -> tables.addAll(page.tableList()));

        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
        Map<String, Integer> present = new HashMap<>();
        tables.forEach(table -> present.put(table.name(), write(table)));
        acknowledged.forEach((name, write) -> {
            if (write == DELETED) {
                assertThat(present).doesNotContainKey(name);
            } else if (present.containsKey(name)) {
                assertThat(present.get(name)).as(name).isBetween(write, write + 1);
            } else {
                // The deletion of the table was under way.
                assertThat(write).as(name).isEqualTo(1);
                assertThat(Integer.parseInt(name.substring(name.indexOf('_') + 1)) % 3)
                        .isZero();
            }
        });
        assertThat(present.keySet().stream().filter(name -> !acknowledged.containsKey(name)))
                .hasSizeLessThanOrEqualTo(ROUNDS);

        // The metastore may still be doing what the last writer had sent when it was killed.
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            lake.catalog().sweep();
            assertThat(lake.count("select count(*) from glue_entity where hive_database = '" + database + "'"))
                    .isEqualTo(lake.hive(hive -> hive.getAllTables(database)).size() + 1);
        });
    }

    /** Returns the number of the write that a table belongs to; fails when it belongs to two. */
    private static int write(Table table) {
        Column column = table.storageDescriptor().columns().get(0);
        assertThat(List.of(
                        table.description(),
                        column.name().substring("write_".length()),
                        column.parameters().get("write")))
                .as(table.name())
                .containsOnly(table.parameters().get("write"));
        return Integer.parseInt(table.description());
    }

    /**
     * Runs a writer, kills it some time after its first acknowledgement, and returns the last acknowledged write of
     * each table.
     */
    private Map<String, Integer> killed(String database, String prefix, int afterMillis) throws Exception {
        Path output = Files.createTempFile(lake.logs(), "writer", ".out");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CatalogWriter.class.getName(),
                lake.metastoreAddress(),
                lake.metastoreDatabase().url(),
                lake.address().url(),
                lake.address().user(),
                database,
                prefix);
        builder.environment().put("STATE_PASSWORD", lake.address().password());
        Process writer = builder.redirectOutput(output.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.readString(output)
                    .contains(prefix));
            // The moment of the kill is the point: any will do.
            TimeUnit.MILLISECONDS.sleep(500L + afterMillis);
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor()).isEqualTo(128 + 9);
        Map<String, Integer> last = new HashMap<>();
        Files.readAllLines(output).stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 2)
                .forEach(words -> last.put(words[0], Integer.parseInt(words[1])));
        return last;
    }
}
