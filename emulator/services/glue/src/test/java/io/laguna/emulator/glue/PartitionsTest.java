package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.shape.Shapes;
import io.trino.hive.thrift.metastore.Partition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.ValidationException;

@ExtendWith(CatalogLake.class)
class PartitionsTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    PartitionsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newTable() {
        database = TestTables.database(glue);
        create("t", lake.location(database + "/t"), column("Year", "int"), column("place", "string"));
    }

    @Test
    void everythingThatAPartitionCanHoldComesBackAsItWasGiven() {
        PartitionInput everything = PartitionInput.builder()
                .values("2026", "a/b=c d%é")
                .lastAccessTime(Instant.parse("2026-01-02T03:04:05Z"))
                .lastAnalyzedTime(Instant.parse("2026-01-02T03:04:06.5Z"))
                .parameters(Map.of("k", "v"))
                .storageDescriptor(StorageDescriptor.builder()
                        .columns(Column.builder()
                                .name("id")
                                .type("BIGINT")
                                .parameters(Map.of("p", "1"))
                                .build())
                        .location("s3://tests/custom//place/")
                        .additionalLocations("s3://tests/x")
                        .inputFormat("in")
                        .outputFormat("out")
                        .compressed(true)
                        .numberOfBuckets(3)
                        .serdeInfo(serde -> serde.serializationLibrary("lib").parameters(Map.of("a", "b")))
                        .parameters(Map.of("x", "y"))
                        .storedAsSubDirectories(false)
                        .build())
                .build();
        add("t", everything);

        var partition = get("2026", "a/b=c d%é");

        assertThat(Shapes.copy(partition, PartitionInput.builder()).build()).isEqualTo(everything);
        assertThat(partition.databaseName()).isEqualTo(database);
        assertThat(partition.tableName()).isEqualTo("t");
        assertThat(partition.creationTime()).isNotNull();
        assertThat(values(null)).containsExactly(List.of("2026", "a/b=c d%é"));
    }

    @Test
    void aPartitionWithoutStorageHasThatOfItsTableInHive() {
        add("t", PartitionInput.builder().values("2026", "x").build());

        assertThat(get("2026", "x").storageDescriptor()).isNull();
        Partition hive = lake.hive(client -> client.getPartition(database, "t", List.of("2026", "x")));
        assertThat(hive.getSd().getLocation()).isEqualTo(lake.location(database + "/t") + "/year=2026/place=x");
        assertThat(hive.getSd().getCols()).hasSize(2);
        assertThat(hive.getSd().getSerdeInfo().getSerializationLib()).contains("Parquet");
    }

    @Test
    void partitionsOfTablesWithoutALocationOfHivesKeepTheirOwn() {
        create("foreign", "arn:aws:dynamodb:eu-west-1:1:table/t", column("year", "int"));
        glue.createPartition(
                request -> request.databaseName(database).tableName("foreign").partitionInput(input -> input.values("1")
                        .storageDescriptor(storage -> storage.location("odd place"))));

        assertThat(glue.getPartition(request -> request.databaseName(database)
                                .tableName("foreign")
                                .partitionValues("1"))
                        .partition()
                        .storageDescriptor()
                        .location())
                .isEqualTo("odd place");
    }

    @Test
    void whatIsThereCannotBeCreatedAndWhatIsNotCannotBeRead() {
        add("t", input("2026", "x"));

        assertThatThrownBy(() -> add("t", input("2026", "x")))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Partition already exists.");
        assertThatThrownBy(() -> get("2027", "x")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> get("2027"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("number of partition keys");
        assertThatThrownBy(() -> add("t", input("2026"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> add("nowhere", input("2026")))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Table nowhere not found.");
        assertThatThrownBy(() -> glue.deletePartition(
                        request -> request.databaseName(database).tableName("t").partitionValues("1", "1")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.createPartition(
                        request -> request.databaseName(database).tableName("t")))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("Value null at 'partition'");
    }

    @Test
    void manyAreCreatedAtOnceWithAnErrorForEachThatIsNot() {
        add("t", input("2026", "there"));

        var errors = glue.batchCreatePartition(request -> request.databaseName(database)
                        .tableName("t")
                        .partitionInputList(
                                input("2026", "new"),
                                input("2026", "there"),
                                input("short"),
                                input("2026", "twice"),
                                input("2026", "twice")))
                .errors();

        assertThat(errors)
                .extracting(error ->
                        error.partitionValues() + " " + error.errorDetail().errorCode())
                .containsExactlyInAnyOrder(
                        "[2026, there] AlreadyExistsException",
                        "[short] InvalidInputException",
                        "[2026, twice] AlreadyExistsException");
        assertThat(values(null))
                .containsExactly(List.of("2026", "new"), List.of("2026", "there"), List.of("2026", "twice"));
    }

    @Test
    void anUpdateReplacesTheDefinitionAndLeavesNoState() {
        add("t", input("2026", "x").copy(change -> change.parameters(Map.of("old", "1"))));
        add("t", input("2026", "y"));

        glue.updatePartition(request -> request.databaseName(database)
                .tableName("t")
                .partitionValueList("2026", "x")
                .partitionInput(input -> input.values("2026", "x").parameters(Map.of("new", "2"))));

        assertThat(get("2026", "x").parameters()).isEqualTo(Map.of("new", "2"));
        assertThat(lake.count("select count(*) from glue_entity where kind = 'PARTITION' and hive_database = '"
                        + database + "'"))
                .isEqualTo(2);
        assertThatThrownBy(() -> glue.updatePartition(request -> request.databaseName(database)
                        .tableName("t")
                        .partitionValueList("2026", "x")
                        .partitionInput(input("2026", "z"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void manyAreUpdatedReadAndDeletedAtOnce() {
        add("t", input("2026", "x"));
        add("t", input("2026", "y"));

        var failed = glue.batchUpdatePartition(request -> request.databaseName(database)
                        .tableName("t")
                        .entries(List.of(
                                entry(input("2026", "x").copy(change -> change.parameters(Map.of("n", "1")))),
                                entry(input("2026", "none")))))
                .errors();
        assertThat(failed).singleElement().satisfies(error -> {
            assertThat(error.partitionValueList()).containsExactly("2026", "none");
            assertThat(error.errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
        });

        var read = glue.batchGetPartition(request -> request.databaseName(database)
                .tableName("t")
                .partitionsToGet(key("2026", "x"), key("2026", "y"), key("2026", "none")));
        assertThat(read.partitions())
                .extracting(partition -> partition.values().get(1))
                .containsExactly("x", "y");
        assertThat(read.partitions().get(0).parameters()).isEqualTo(Map.of("n", "1"));
        assertThat(read.unprocessedKeys()).isEmpty();

        var undeleted = glue.batchDeletePartition(request -> request.databaseName(database)
                        .tableName("t")
                        .partitionsToDelete(key("2026", "x"), key("2026", "none"), key("2026", "y")))
                .errors();
        assertThat(undeleted).singleElement().satisfies(error -> assertThat(error.partitionValues())
                .containsExactly("2026", "none"));
        assertThat(values(null)).isEmpty();
        assertThat(lake.count("select count(*) from glue_entity where kind = 'PARTITION' and hive_database = '"
                        + database + "'"))
                .isZero();
    }

    @Test
    void deletingAPartitionNeverDeletesItsFiles() throws Exception {
        add("t", input("2026", "x"));
        Path folder = lake.bucket().resolve(database).resolve("t/year=2026/place=x");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("part"), "data");

        glue.deletePartition(
                request -> request.databaseName(database).tableName("t").partitionValues("2026", "x"));

        assertThat(folder.resolve("part")).hasContent("data");
    }

    @Test
    void expressionsGoByTheTypesOfTheKeys() {
        for (String year : List.of("900", "2025", "2026")) {
            add("t", input(year, "Cali"));
            add("t", input(year, "Bogotá"));
        }

        assertThat(values("year > 1000 and place = 'Cali'"))
                .containsExactly(List.of("2025", "Cali"), List.of("2026", "Cali"));
        assertThat(values(" ")).hasSize(6);
        assertThat(values("year in (900) or place like 'Bog%'")).hasSize(4);
        assertThatThrownBy(() -> values("year >"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at position 7");
        assertThatThrownBy(() -> values("nokey = 1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void typesThatHiveDoesNotKnowAreStillTheKeys() {
        create("longs", lake.location(database + "/longs"), column("n", "long"));
        for (String n : List.of("9", "10", "100")) {
            add("longs", input(n));
        }

        assertThat(glue.getPartitions(request -> request.databaseName(database)
                                .tableName("longs")
                                .expression("n > 9"))
                        .partitions())
                .hasSize(2);
    }

    @Test
    void columnsCanBeLeftOut() {
        add(
                "t",
                input("2026", "x")
                        .copy(change -> change.storageDescriptor(
                                TestTables.parquet(lake.location(database + "/x"), column("id", "bigint")))));

        var partition = glue.getPartitions(
                        request -> request.databaseName(database).tableName("t").excludeColumnSchema(true))
                .partitions()
                .get(0);

        assertThat(partition.storageDescriptor().hasColumns()).isFalse();
        assertThat(partition.storageDescriptor().location()).isEqualTo(lake.location(database + "/x"));
    }

    @Test
    void whatSparkDoesToPartitionsIsSeen() {
        add("t", input("2026", "glue").copy(change -> change.parameters(Map.of("mine", "1"))));
        lake.hive(hive -> {
            Partition partition = hive.getPartition(database, "t", List.of("2026", "glue"));
            partition.putToParameters("numRows", "5");
            hive.alterPartition(database, "t", partition);
            Partition other = new Partition(partition);
            other.setValues(List.of("2026", "spark"));
            other.unsetParameters();
            other.getSd().setLocation(lake.location(database + "/spark"));
            hive.addPartition(other);
            return true;
        });

        assertThat(get("2026", "glue").parameters()).containsEntry("mine", "1").containsEntry("numRows", "5");
        assertThat(get("2026", "spark").storageDescriptor().location()).isEqualTo(lake.location(database + "/spark"));

        lake.hive(hive -> hive.dropPartition(database, "t", List.of("2026", "glue"), false));
        assertThat(values(null)).containsExactly(List.of("2026", "spark"));
    }

    @Test
    void pagesNeitherRepeatNorHideWhenPartitionsComeAndGo() {
        for (int i = 10; i < 20; i++) {
            add("t", input("2026", "p" + i));
        }
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetPartitionsResponse page = glue.getPartitions(request ->
                    request.databaseName(database).tableName("t").maxResults(4).nextToken(next));
            page.partitions().forEach(partition -> seen.add(partition.values().get(1)));
            token = page.nextToken();
            if (seen.size() == 4) {
                glue.deletePartition(
                        request -> request.databaseName(database).tableName("t").partitionValues("2026", "p10"));
                add("t", input("2026", "p115"));
                add("t", input("2026", "p165"));
            }
        } while (token != null);

        assertThat(seen).containsExactly("p10", "p11", "p12", "p13", "p14", "p15", "p16", "p165", "p17", "p18", "p19");
    }

    @Tag("slow")
    @Test
    void fiveThousandPartitionsArePagedAndSegmentedExactlyOnce(@TempDir Path folder) {
        create("many", folder.toUri().toString(), column("n", "int"));
        for (int batch = 0; batch < 50; batch++) {
            int first = batch * 100;
            assertThat(glue.batchCreatePartition(request -> request.databaseName(database)
                                    .tableName("many")
                                    .partitionInputList(IntStream.range(first, first + 100)
                                            .mapToObj(i -> input(Integer.toString(i)))
                                            .toList()))
                            .errors())
                    .isEmpty();
        }

        List<String> all = new ArrayList<>();
        glue
                .getPartitionsPaginator(request ->
                        request.databaseName(database).tableName("many").maxResults(1000))
                .stream()
                .flatMap(page -> page.partitions().stream())
                .forEach(partition -> all.add(partition.values().get(0)));
        assertThat(all).hasSize(5000).doesNotHaveDuplicates();

        List<String> segmented = new ArrayList<>();
        for (int segment = 0; segment < 4; segment++) {
            int number = segment;
            List<String> part = new ArrayList<>();
            glue
                    .getPartitionsPaginator(request -> request.databaseName(database)
                            .tableName("many")
                            .segment(wanted -> wanted.segmentNumber(number).totalSegments(4))
                            .maxResults(700))
                    .stream()
                    .flatMap(page -> page.partitions().stream())
                    .forEach(partition -> part.add(partition.values().get(0)));
            assertThat(part).hasSizeBetween(1000, 1500);
            segmented.addAll(part);
        }
        assertThat(segmented).containsExactlyInAnyOrderElementsOf(all);
        assertThat(glue.getPartitions(request -> request.databaseName(database)
                                .tableName("many")
                                .expression("n >= 4990 and not n = 4995"))
                        .partitions())
                .hasSize(9);
    }

    @Test
    void segmentsHaveLimits() {
        assertThatThrownBy(() -> glue.getPartitions(request -> request.databaseName(database)
                        .tableName("t")
                        .segment(wanted -> wanted.segmentNumber(0).totalSegments(11))))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> glue.getPartitions(request -> request.databaseName(database)
                        .tableName("t")
                        .segment(wanted -> wanted.segmentNumber(2).totalSegments(2))))
                .isInstanceOf(InvalidInputException.class);
    }

    private void create(String name, String location, Column... keys) {
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table(name, location).partitionKeys(keys).build()));
    }

    private void add(String table, PartitionInput input) {
        glue.createPartition(
                request -> request.databaseName(database).tableName(table).partitionInput(input));
    }

    private software.amazon.awssdk.services.glue.model.Partition get(String... values) {
        return glue.getPartition(
                        request -> request.databaseName(database).tableName("t").partitionValues(values))
                .partition();
    }

    private List<List<String>> values(String expression) {
        return glue
                .getPartitions(
                        request -> request.databaseName(database).tableName("t").expression(expression))
                .partitions()
                .stream()
                .map(software.amazon.awssdk.services.glue.model.Partition::values)
                .toList();
    }

    private static PartitionInput input(String... values) {
        return PartitionInput.builder().values(values).build();
    }

    private static BatchUpdatePartitionRequestEntry entry(PartitionInput input) {
        return BatchUpdatePartitionRequestEntry.builder()
                .partitionValueList(input.values())
                .partitionInput(input)
                .build();
    }

    private static PartitionValueList key(String... values) {
        return PartitionValueList.builder().values(values).build();
    }
}
