package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.glue.stored.NameRange;
import io.laguna.emulator.glue.stored.Share;
import io.laguna.emulator.glue.stored.StoredCatalog;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the metastore's database holds what the metastore answers. */
@ExtendWith(CatalogLake.class)
class StoredCatalogTest {
    private static final int TABLES = 12;
    private static final int PARTITIONS = 4;

    private final CatalogLake.Running lake;
    private StoredCatalog stored;
    private String database;

    StoredCatalogTest(CatalogLake.Running lake) {
        this.lake = lake;
    }

    @BeforeEach
    void readTheDatabase() {
        stored = StoredCatalog.open(lake.metastoreDatabase(), "no log");
        database = "stored_" + UUID.randomUUID().toString().substring(0, 8);
    }

    @AfterEach
    void stopReading() {
        stored.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anythingThatHiveWritesIsReadAsTheMetastoreAnswersIt(long seed) {
        RandomCatalog random = new RandomCatalog(seed);
        List<String> names = new ArrayList<>();
        lake.hive(hive -> {
            hive.createDatabase(random.database(database, lake.location(database)));
            for (int number = 0; number < TABLES; number++) {
                Table table = random.table(database, "t" + number, lake.location(database + "/" + number));
                names.add(table.getTableName());
                hive.createTable(table);
                for (int each = 0; table.getPartitionKeysSize() > 0 && each < PARTITIONS; each++) {
                    hive.addPartition(random.partition(table, each));
                }
            }
            return true;
        });

        assertThat(stored.databases().find(database)).contains(lake.hive(hive -> hive.getDatabase(database)));
        assertThat(stored.tables().tables(database, names))
                .containsExactlyInAnyOrderElementsOf(lake.hive(hive -> hive.getTableObjectsByName(database, names)));
        for (String name : names) {
            assertThat(stored.tables().find(database, name)).contains(lake.hive(hive -> hive.getTable(database, name)));
            List<String> partitions = lake.hive(hive -> hive.getPartitionNames(database, name, (short) -1));
            assertThat(stored.partitions()
                            .names(database, name, NameRange.ALL, Share.ALL, Optional.empty(), Integer.MAX_VALUE))
                    .containsExactlyElementsOf(new TreeSet<>(partitions));
            assertThat(stored.partitions().partitions(database, name, partitions))
                    .containsExactlyInAnyOrderElementsOf(
                            lake.hive(hive -> hive.getPartitionsByNames(database, name, new ArrayList<>(partitions))));
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        lake.hive(hive -> {
            hive.createDatabase(new RandomCatalog(1).database(database, lake.location(database)));
            hive.createTable(HiveTables.parquet(database, "t", lake.location(database + "/t")));
            return true;
        });

        assertThat(stored.databases().find("no_" + database)).isEmpty();
        assertThat(stored.tables().find(database, "no")).isEmpty();
        assertThat(stored.tables().find("no_" + database, "t")).isEmpty();
        assertThat(stored.tables().names("no_" + database, Optional.empty(), 10))
                .isEmpty();
        assertThat(stored.partitions().partitions(database, "t", List.of("a=1")))
                .isEmpty();
        assertThat(stored.partitions().names(database, "no", NameRange.ALL, Share.ALL, Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void partsOfTheNamesAddUpToAll() {
        lake.hive(hive -> {
            hive.createDatabase(new RandomCatalog(1).database(database, lake.location(database)));
            Table table = HiveTables.parquet(database, "t", lake.location(database + "/t"));
            table.setPartitionKeys(List.of(new io.trino.hive.thrift.metastore.FieldSchema("day", "string", null)));
            hive.createTable(table);
            for (String day : List.of("1", "10", "2", "é", "日", "-", "_", "~", "Z", "z")) {
                Partition partition = new Partition();
                partition.setDbName(database);
                partition.setTableName("t");
                partition.setValues(List.of(day));
                partition.setSd(table.getSd().deepCopy());
                partition.getSd().setLocation(lake.location(database + "/t/day" + day.codePointAt(0) + day.length()));
                hive.addPartition(partition);
            }
            return true;
        });
        List<String> all = names(NameRange.ALL, Share.ALL, Optional.empty(), 100);

        assertThat(all).hasSize(10).isSorted();
        assertThat(names(NameRange.of("day=1"), Share.ALL, Optional.empty(), 100))
                .containsExactly("day=1", "day=10");
        assertThat(names(NameRange.ALL, Share.ALL, Optional.of(all.get(3)), 4)).isEqualTo(all.subList(4, 8));
        List<String> shares = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            shares.addAll(names(NameRange.ALL, new Share(number, 3), Optional.empty(), 100));
        }
        assertThat(shares).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<String> names(NameRange range, Share share, Optional<String> after, int most) {
        return stored.partitions().names(database, "t", range, share, after, most);
    }
}
