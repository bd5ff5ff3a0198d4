package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTableVersionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.TableVersion;

@ExtendWith(CatalogLake.class)
class TableVersionsTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    TableVersionsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newDatabase() {
        database = TestTables.database(glue);
    }

    @Test
    void everyUpdateKeepsTheVersionBefore() {
        create("t");
        update("t", "one", false);
        update("t", "two", false);

        assertThat(versions("t")).containsExactly("2:two", "1:one", "0:null");
        assertThat(glue.getTableVersion(request ->
                                request.databaseName(database).tableName("t").versionId("1"))
                        .tableVersion()
                        .table()
                        .description())
                .isEqualTo("one");
        assertThat(TestTables.get(glue, database, "t").versionId()).isEqualTo("2");
    }

    @Test
    void skipArchiveKeepsNothingButCountsOn() {
        create("t");
        update("t", "one", true);
        update("t", "two", true);

        assertThat(versions("t")).containsExactly("2:two");
    }

    @Test
    void versionsAreDeletedOneByOneButTheCurrentStays() {
        create("t");
        IntStream.range(0, 4).forEach(i -> update("t", "v" + i, false));

        glue.deleteTableVersion(
                request -> request.databaseName(database).tableName("t").versionId("1"));
        var errors = glue.batchDeleteTableVersion(
                        request -> request.databaseName(database).tableName("t").versionIds("0", "1", "4", "x"))
                .errors();

        assertThat(versions("t")).containsExactly("4:v3", "3:v2", "2:v1");
        assertThat(errors).extracting(error -> error.versionId()).containsExactly("1", "4", "x");
        assertThat(errors.get(0).errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
        assertThatThrownBy(() -> glue.deleteTableVersion(
                        request -> request.databaseName(database).tableName("t").versionId("4")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> glue.getTableVersion(
                        request -> request.databaseName(database).tableName("t").versionId("99")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void versionsArePagedFromTheNewest() {
        create("t");
        IntStream.range(0, 4).forEach(i -> update("t", "v" + i, false));
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetTableVersionsResponse page = glue.getTableVersions(request ->
                    request.databaseName(database).tableName("t").maxResults(2).nextToken(next));
            page.tableVersions().forEach(version -> seen.add(version.versionId()));
            token = page.nextToken();
            update("t", "while paging", false);
        } while (token != null);

        assertThat(seen).containsExactly("4", "3", "2", "1", "0");
    }

    @Test
    void anUpdateOfAnOldVersionConflicts() {
        create("t");
        String read = TestTables.get(glue, database, "t").versionId();
        update("t", "somebody else", true);

        assertThatThrownBy(() -> glue.updateTable(request -> request.databaseName(database)
                        .versionId(read)
                        .skipArchive(true)
                        .tableInput(table("t", lake.location("t")).build())))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThat(TestTables.get(glue, database, "t").description()).isEqualTo("somebody else");
    }

    @Test
    void aChangeThroughHiveConflictsTooAndIsAVersion() {
        create("t");
        String read = TestTables.get(glue, database, "t").versionId();
        changeThroughHive("t", "by", "hive");

        assertThatThrownBy(() -> glue.updateTable(request -> request.databaseName(database)
                        .versionId(read)
                        .tableInput(table("t", lake.location("t")).build())))
                .isInstanceOf(ConcurrentModificationException.class);
        assertThat(TestTables.get(glue, database, "t").parameters()).containsEntry("by", "hive");
        assertThat(TestTables.get(glue, database, "t").versionId()).isEqualTo("1");
        assertThat(versions("t")).hasSize(2);
    }

    @Test
    void aTableThatHiveMadeIsGuardedInTheSameWay() {
        makeThroughHive("made");
        String read = TestTables.get(glue, database, "made").versionId();
        assertThat(read).isEqualTo("0");
        changeThroughHive("made", "k", "v");

        assertThatThrownBy(() -> glue.updateTable(request -> request.databaseName(database)
                        .versionId(read)
                        .tableInput(table("made", lake.location("made")).build())))
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void ofWritersThatReadTheSameVersionExactlyOneWins() throws Exception {
        create("t");
        int rounds = 8;
        int writers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            for (int round = 0; round < rounds; round++) {
                String read = TestTables.get(glue, database, "t").versionId();
                List<Callable<Boolean>> work = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    String description = round + "/" + writer;
                    work.add(() -> wins("t", read, description));
                }
                int winners = 0;
                for (Future<Boolean> each : threads.invokeAll(work)) {
                    winners += each.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(versions("t")).hasSize(rounds + 1);
    }

    @Test
    void writersThatDoNotCareAllSucceed() throws Exception {
        create("t");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            IntStream.range(0, 12)
                    .forEach(i -> work.add(() -> {
                        update("t", "w" + i, false);
                        return true;
                    }));
            for (Future<Boolean> each : threads.invokeAll(work)) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(versions("t")).hasSize(13);
    }

    private boolean wins(String name, String read, String description) {
        try {
            glue.updateTable(request -> request.databaseName(database)
                    .versionId(read)
                    .tableInput(table(name, lake.location(name))
                            .description(description)
                            .build()));
            return true;
        } catch (ConcurrentModificationException e) {
            return false;
        }
    }

    private void create(String name) {
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table(name, lake.location(name)).build()));
    }

    private void update(String name, String description, boolean skipArchive) {
        glue.updateTable(request -> request.databaseName(database)
                .skipArchive(skipArchive)
                .tableInput(table(name, lake.location(name))
                        .description(description)
                        .build()));
    }

    private List<String> versions(String name) {
        return glue.getTableVersions(request -> request.databaseName(database).tableName(name)).tableVersions().stream()
                .map(TableVersionsTest::text)
                .toList();
    }

    private static String text(TableVersion version) {
        return version.versionId() + ":" + version.table().description();
    }

    private void changeThroughHive(String name, String key, String value) {
        lake.hive(hive -> {
            Table table = hive.getTable(database, name);
            table.putToParameters(key, value);
            hive.alterTable(database, name, table);
            return true;
        });
    }

    private void makeThroughHive(String name) {
        lake.hive(hive -> {
            Table table = HiveTables.parquet(database, name, lake.location(name));
            hive.createTable(table);
            return Map.of();
        });
    }
}
