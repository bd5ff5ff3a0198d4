package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.trino.hive.thrift.metastore.Table;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.TableVersion;

/** Tests of what the state keeps beside the metastore, and of when it goes. */
@ExtendWith(CatalogLake.class)
class StateTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    StateTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newDatabase() {
        database = TestTables.database(glue);
    }

    @Test
    void aTableDroppedThroughHiveLeavesNothingForTheNextOfItsName() {
        createFull("t");
        lake.hive(hive -> {
            hive.dropTable(database, "t", false);
            hive.createTable(HiveTables.parquet(database, "t", lake.location(database)));
            return true;
        });

        var table = TestTables.get(glue, database, "t");

        assertThat(table.description()).isNull();
        assertThat(table.versionId()).isEqualTo("0");
        assertThat(glue.getPartitionIndexes(
                                request -> request.databaseName(database).tableName("t"))
                        .partitionIndexDescriptorList())
                .isEmpty();
    }

    @Test
    void whoCopiesAnothersPropertiesDoesNotGetItsState() throws Exception {
        createFull("original");
        // The metastore's creation time has seconds.
        Thread.sleep(1100);
        lake.hive(hive -> {
            Table copy = hive.getTable(database, "original");
            copy.setTableName("copy");
            hive.createTable(copy);
            return true;
        });

        assertThat(TestTables.get(glue, database, "copy").description()).isNull();
        assertThat(TestTables.get(glue, database, "original").description()).isEqualTo("described");
    }

    @Test
    void aTableRenamedThroughHiveKeepsItsState() {
        createFull("before");
        lake.hive(hive -> {
            Table table = hive.getTable(database, "before");
            table.setTableName("after");
            hive.alterTable(database, "before", table);
            return true;
        });

        assertThat(TestTables.get(glue, database, "after").description()).isEqualTo("described");
        assertThat(TestTables.get(glue, database, "after").name()).isEqualTo("after");
        assertThatThrownBy(() -> TestTables.get(glue, database, "before")).isInstanceOf(EntityNotFoundException.class);
        lake.catalog().sweep();
        assertThat(TestTables.get(glue, database, "after").description()).isEqualTo("described");
    }

    @Test
    void aReaderOfWhatIsGoneHasItsStateRemoved() {
        createFull("gone");
        assertThat(entities()).isEqualTo(3);
        lake.hive(hive -> {
            hive.dropTable(database, "gone", false);
            return true;
        });

        assertThatThrownBy(() -> TestTables.get(glue, database, "gone")).isInstanceOf(EntityNotFoundException.class);

        await().atMost(Duration.ofSeconds(20)).until(() -> entities() == 1);
        assertThat(rows("glue_partition_index")).isZero();
    }

    @Test
    void aSweepRemovesWhatWasDroppedThroughHiveAndNothingElse() {
        createFull("stays");
        createFull("goes");
        lake.hive(hive -> {
            hive.dropTable(database, "goes", false);
            return hive.dropPartition(database, "stays", List.of("2026"), false);
        });

        lake.catalog().sweep();

        assertThat(entities()).isEqualTo(2);
        assertThat(TestTables.get(glue, database, "stays").description()).isEqualTo("described");

        lake.hive(hive -> {
            hive.dropDatabase(database, false, true);
            return true;
        });
        lake.catalog().sweep();
        assertThat(entities()).isZero();
    }

    @Test
    void whatWasNeverFinishedIsInvisibleAndSweptAtTheNextStart() {
        createFull("t");
        // A process leaves this behind that is killed between its first step and the metastore's.
        lake.sql("insert into glue_entity (id, kind, hive_database, hive_table) values"
                + " (gen_random_uuid(), 'TABLE', '" + database + "', 'half')");
        lake.sql("insert into glue_revision (entity, version, pointer, given)"
                + " select id, 0, id::text, '{\"Name\":\"half\"}' from glue_entity"
                + " where hive_database = '" + database + "' and hive_table = 'half'");
        lake.sql("insert into glue_revision (entity, version, pointer, given)"
                + " select id, 1, 'never-written', '{\"Name\":\"t\",\"Description\":\"half\"}' from glue_entity"
                + " where hive_database = '" + database + "' and hive_table = 't' and kind = 'TABLE'");

        assertThatThrownBy(() -> TestTables.get(glue, database, "half")).isInstanceOf(EntityNotFoundException.class);
        assertThat(TestTables.get(glue, database, "t").description()).isEqualTo("described");
        assertThat(glue.getTableVersions(
                                request -> request.databaseName(database).tableName("t"))
                        .tableVersions())
                .hasSize(1);

        glue.updateTable(request -> request.databaseName(database)
                .versionId("0")
                .tableInput(table("t", lake.location(database))
                        .partitionKeys(column("year", "int"))
                        .description("whole")
                        .build()));
        assertThat(TestTables.get(glue, database, "t").description()).isEqualTo("whole");
        assertThat(TestTables.get(glue, database, "t").versionId()).isEqualTo("1");

        try (Catalog restarted = lake.open()) {
            assertThat(restarted.rooms(CatalogLake.CALLER)).isNotEmpty();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> lake.count("select count(*) from glue_entity where" + " hive_database = '" + database
                                    + "' and hive_table = 'half'")
                            == 0);
        }
    }

    @Test
    void whatTheMetastoreHasDoneStandsThoughTheLastStepIsMissing() {
        createFull("t");
        lake.sql("update glue_revision set seen = null");
        lake.sql("update glue_entity set hive_created = null where hive_database = '" + database + "'");

        assertThat(TestTables.get(glue, database, "t").description()).isEqualTo("described");
        assertThat(TestTables.get(glue, database, "t").versionId()).isEqualTo("0");
        assertThat(glue.getPartition(request ->
                                request.databaseName(database).tableName("t").partitionValues("2026"))
                        .partition()
                        .parameters())
                .isEqualTo(Map.of("p", "1"));
        assertThat(glue.getDatabase(request -> request.name(database))
                        .database()
                        .name())
                .isEqualTo(database);
    }

    @Test
    void aVersionThatWasToGoIsGoneThoughTheLastStepIsMissing() {
        createFull("t");
        glue.updateTable(request -> request.databaseName(database)
                .skipArchive(true)
                .tableInput(table("t", lake.location(database))
                        .partitionKeys(column("year", "int"))
                        .build()));
        // A process leaves this behind that is killed after the metastore's step.
        lake.sql("insert into glue_revision (entity, version, pointer, given)"
                + " select id, 0, 'replaced', '{\"Name\":\"t\"}' from glue_entity"
                + " where hive_database = '" + database + "' and hive_table = 't' and kind = 'TABLE'");
        lake.sql("update glue_revision set seen = null where version = 1");

        assertThat(glue.getTableVersions(
                                request -> request.databaseName(database).tableName("t"))
                        .tableVersions())
                .singleElement()
                .extracting(TableVersion::versionId)
                .isEqualTo("1");
    }

    @Test
    void aMetastoreThatWasRestartedIsFoundAgain() {
        try (Catalog catalog = lake.open()) {
            GlueClient client = OneClient.of(catalog.rooms(CatalogLake.CALLER));
            client.getDatabase(request -> request.name(database));
            lake.restartMetastore();

            client.createTable(request -> request.databaseName(database)
                    .tableInput(table("after", lake.location(database)).build()));

            assertThat(TestTables.get(client, database, "after").name()).isEqualTo("after");
        }
    }

    /** Creates a table with everything that is kept beside the metastore. */
    private void createFull(String name) {
        glue.createTable(request -> request.databaseName(database)
                .partitionIndexes(List.of(
                        PartitionIndex.builder().indexName("i").keys("year").build()))
                .tableInput(table(name, lake.location(database))
                        .partitionKeys(column("year", "int"))
                        .description("described")
                        .build()));
        glue.createPartition(
                request -> request.databaseName(database).tableName(name).partitionInput(input -> input.values("2026")
                        .parameters(Map.of("p", "1"))));
    }

    private long entities() {
        return lake.count("select count(*) from glue_entity where hive_database = '" + database + "'");
    }

    private long rows(String table) {
        return lake.count("select count(*) from " + table + " t join glue_entity e on e.id = t.entity"
                + " where e.hive_database = '" + database + "'");
    }
}
