package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;

/** Tests that no read of Glue is older than a write of Hive's that was acknowledged before it. */
@ExtendWith(CatalogLake.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FreshReadsTest {
    private static final int WRITES = 60;
    private static final String COUNT = "count";

    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private final String database;
    private final AtomicInteger acknowledged = new AtomicInteger();

    FreshReadsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
        this.database = TestTables.database(glue);
        glue.createTable(request -> request.databaseName(database)
                .tableInput(TestTables.table("counted", lake.location(database + "/counted"))
                        .partitionKeys(column("number", "int"))
                        .build()));
    }

    @Test
    void aTableIsNeverOlderThanItsLastAcknowledgedChange() throws Exception {
        whileWriting(this::count, () -> {
            int before = acknowledged.get();
            Map<String, String> parameters =
                    TestTables.get(glue, database, "counted").parameters();
            assertThat(Integer.parseInt(parameters.getOrDefault(COUNT, "0"))).isGreaterThanOrEqualTo(before);
        });
    }

    @Test
    void everyPartitionThatWasAcknowledgedIsListedAndFound() throws Exception {
        whileWriting(this::addPartition, () -> {
            int before = acknowledged.get();
            assertThat(partitions("")).isGreaterThanOrEqualTo(before);
            assertThat(partitions("number >= 0")).isGreaterThanOrEqualTo(before);
            if (before > 0) {
                String last = Integer.toString(before);
                assertThat(glue.getPartition(request -> request.databaseName(database)
                                        .tableName("counted")
                                        .partitionValues(last))
                                .partition()
                                .values())
                        .containsExactly(last);
            }
        });
    }

    @Test
    void everyTableThatWasAcknowledgedIsListed() throws Exception {
        whileWriting(number -> createTable("t" + number), () -> {
            int before = acknowledged.get();
            assertThat(glue.getTablesPaginator(request -> request.databaseName(database)).stream()
                            .map(GetTablesResponse::tableList)
                            .mapToInt(List::size)
                            .sum())
                    .isGreaterThanOrEqualTo(1 + before);
        });
    }

    @Test
    void aDatabaseThatWasAcknowledgedIsListedAndOneThatIsDroppedIsNot() throws Exception {
        String other = database + "_other";
        whileWriting(number -> createOrDrop(other, number), () -> {
            int before = acknowledged.get();
            boolean listed = glue.getDatabasesPaginator(request -> {}).stream()
                    .map(GetDatabasesResponse::databaseList)
                    .flatMap(List::stream)
                    .anyMatch(found -> found.name().equals(other));
            // An odd write creates it, an even one drops it; what is under way while this reads may be either.
            if (acknowledged.get() == before && writing.get() == before) {
                assertThat(listed).isEqualTo(before % 2 == 1);
            }
        });
    }

    private final AtomicInteger writing = new AtomicInteger();

    /** Writes in another thread, and reads again and again until it has ended. */
    private void whileWriting(IntConsumer write, Runnable read) throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Void> written = CompletableFuture.runAsync(
                    () -> {
                        for (int number = 1; number <= WRITES; number++) {
                            writing.set(number);
                            write.accept(number);
                            acknowledged.set(number);
                        }
                    },
                    writer);
            int reads = 0;
            while (!written.isDone()) {
                read.run();
                reads++;
            }
            written.get(1, TimeUnit.MINUTES);
            read.run();
            assertThat(acknowledged).hasValue(WRITES);
            assertThat(reads).isGreaterThan(WRITES / 2);
        } finally {
            writer.shutdownNow();
        }
    }

    private int partitions(String expression) {
        return glue
                .getPartitionsPaginator(request ->
                        request.databaseName(database).tableName("counted").expression(expression))
                .stream()
                .map(GetPartitionsResponse::partitions)
                .mapToInt(List::size)
                .sum();
    }

    private void count(int number) {
        lake.hive(hive -> {
            Table table = hive.getTable(database, "counted");
            table.putToParameters(COUNT, Integer.toString(number));
            hive.alterTable(database, "counted", table);
            return true;
        });
    }

    private void addPartition(int number) {
        lake.hive(hive -> {
            Partition partition = new Partition();
            partition.setDbName(database);
            partition.setTableName("counted");
            partition.setValues(List.of(Integer.toString(number)));
            partition.setSd(hive.getTable(database, "counted").getSd());
            partition.getSd().setLocation(lake.location(database + "/counted/" + number));
            hive.addPartition(partition);
            return true;
        });
    }

    private void createTable(String name) {
        lake.hive(hive -> {
            hive.createTable(HiveTables.parquet(database, name, lake.location(database + "/" + name)));
            return true;
        });
    }

    private void createOrDrop(String name, int number) {
        lake.hive(hive -> {
            if (number % 2 == 1) {
                Database made = new Database();
                made.setName(name);
                made.setLocationUri(lake.location(name));
                made.setParameters(new HashMap<>());
                hive.createDatabase(made);
            } else {
                hive.dropDatabase(name, false, true);
            }
            return new ArrayList<>();
        });
    }
}
