package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.parquet;
import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.shape.Shapes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Order;
import software.amazon.awssdk.services.glue.model.SchemaReference;
import software.amazon.awssdk.services.glue.model.SkewedInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableIdentifier;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.ValidationException;

@ExtendWith(CatalogLake.class)
class TablesTest {
    private final CatalogLake.Running lake;
    private final GlueClient glue;
    private String database;

    TablesTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @BeforeEach
    void newDatabase() {
        database = TestTables.database(glue);
    }

    @Test
    void aTableIsToldOfBeforeItsBucketIsThereAndLeavesNothingInS3() {
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("early", "s3://not-there-yet/early/").build()));
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("empty", lake.location(database + "/empty")).build()));

        assertThat(TestTables.get(glue, database, "early").storageDescriptor().location())
                .isEqualTo("s3://not-there-yet/early/");
        assertThat(lake.bucket().resolve(database)).doesNotExist();
    }

    @Test
    void aTableAsOfAnotherTimeIsRefusedAndNotAnsweredWithThePresent() {
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("t", lake.location(database + "/t")).build()));

        assertThatThrownBy(() -> glue.getTable(
                        request -> request.databaseName(database).name("t").queryAsOfTime(Instant.EPOCH)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("QueryAsOfTime is not implemented by Laguna");
    }

    @Test
    void everythingThatATableCanHoldComesBackAsItWasGiven() {
        TableInput everything = TableInput.builder()
                .name("everything")
                .description("Descripción\nen dos líneas")
                .owner("someone")
                .lastAccessTime(Instant.parse("2026-01-02T03:04:05.678Z"))
                .lastAnalyzedTime(Instant.parse("2026-02-03T04:05:06Z"))
                .retention(30)
                .storageDescriptor(StorageDescriptor.builder()
                        .columns(
                                Column.builder()
                                        .name("MixedCase")
                                        .type("STRING")
                                        .comment("ñ")
                                        .parameters(Map.of("iceberg.field.id", "1"))
                                        .build(),
                                column("mixedcase", "int"),
                                column("nested", "struct<a:array<map<string,int>>,b:decimal(10,2)>"),
                                column("foreign", "timestamptz"),
                                Column.builder().name("untyped").build())
                        .location("s3://tests/Every thing/{odd}=ä//x/")
                        .additionalLocations("s3://tests/more")
                        .inputFormat("in")
                        .outputFormat("out")
                        .compressed(true)
                        .numberOfBuckets(7)
                        .serdeInfo(serde -> serde.name("s")
                                .serializationLibrary("lib")
                                .parameters(Map.of("field.delim", "\t", "quote", "\"")))
                        .bucketColumns("nested")
                        .sortColumns(
                                Order.builder().column("nested").sortOrder(0).build())
                        .parameters(Map.of("classification", "parquet"))
                        .skewedInfo(SkewedInfo.builder()
                                .skewedColumnNames("nested")
                                .skewedColumnValues("1", "2")
                                .skewedColumnValueLocationMaps(Map.of("1", "s3://tests/skew"))
                                .build())
                        .storedAsSubDirectories(true)
                        .schemaReference(SchemaReference.builder()
                                .schemaVersionId("version")
                                .schemaVersionNumber(3L)
                                .build())
                        .build())
                .partitionKeys(column("Day", "date"), column("hour", "int"))
                .viewOriginalText("/* a */ select 1")
                .viewExpandedText("select 1")
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("a", "1", "EXTERNAL", "yes", "comment", "c", "transient_lastDdlTime", "5"))
                .targetTable(TableIdentifier.builder()
                        .catalogId("c")
                        .databaseName("d")
                        .name("n")
                        .build())
                .build();
        create(everything);

        Table table = get("everything");

        assertThat(Shapes.copy(table, TableInput.builder()).build()).isEqualTo(ColumnNames.folded(everything));
        assertThat(table.databaseName()).isEqualTo(database);
        assertThat(table.catalogId()).isEqualTo("123456789012");
        assertThat(table.versionId()).isEqualTo("0");
        assertThat(table.createTime()).isNotNull();
        assertThat(table.updateTime()).isNotNull();
        assertThat(table.isRegisteredWithLakeFormation()).isFalse();
    }

    @Test
    void aTableWithNothingButANameIsEnough() {
        create(TableInput.builder().name("bare").build());

        Table table = get("bare");

        assertThat(table.storageDescriptor()).isNull();
        assertThat(table.tableType()).isNull();
        assertThat(table.hasParameters()).isFalse();
        assertThat(table.retention()).isZero();
    }

    @Test
    void hiveGetsAllItNeedsToReadTheTable() {
        create(table("readable", lake.location("readable"))
                .partitionKeys(column("Day", "date"))
                .parameters(Map.of("classification", "parquet"))
                .build());

        io.trino.hive.thrift.metastore.Table hive = hive("readable");

        assertThat(hive.getTableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(hive.getParameters()).containsEntry("EXTERNAL", "TRUE").containsEntry("classification", "parquet");
        assertThat(hive.getSd().getLocation()).isEqualTo("s3://tests/readable");
        assertThat(hive.getSd().getSerdeInfo().getSerializationLib()).contains("ParquetHiveSerDe");
        assertThat(hive.getSd().getCols()).extracting("name", "type").hasSize(2);
        assertThat(hive.getPartitionKeys()).singleElement().satisfies(key -> assertThat(key.getName())
                .isEqualTo("day"));
        assertThat(get("readable").parameters()).isEqualTo(Map.of("classification", "parquet"));
    }

    @Test
    void locationsThatHiveDoesNotKnowAreKept() {
        for (String location : List.of("db.schema.table", "arn:aws:dynamodb:eu-west-1:1:table/t", "hdfs://x/y", "")) {
            create(table("foreign", location).build());

            assertThat(get("foreign").storageDescriptor().location()).isEqualTo(location);
            assertThat(get("foreign").tableType()).isEqualTo("EXTERNAL_TABLE");
            delete("foreign");
        }
    }

    @Test
    void parametersComeInTheOrderOfAws() {
        create(table("ordered", lake.location("ordered"))
                .parameters(Map.of(
                        "classification",
                        "parquet",
                        "compressionType",
                        "none",
                        "typeOfData",
                        "file",
                        "projection.enabled",
                        "false"))
                .build());

        assertThat(get("ordered").parameters().keySet())
                .containsExactly("compressionType", "classification", "projection.enabled", "typeOfData");
    }

    @Test
    void namesAreFoldedAndMayBeUnusual() {
        create(table("MiXed", lake.location("mixed")).build());
        assertThat(get("mIxED").name()).isEqualTo("mixed");

        for (String name : List.of("with-hyphen", "with space", "año", "a.b", "日本", "x_x2d_y")) {
            create(table(name, lake.location("unusual")).build());
            assertThat(get(name).name()).isEqualTo(name);
            assertThat(names(".*")).contains(name);
            delete(name);
        }
    }

    @Test
    void whatIsThereCannotBeCreatedAndWhatIsNotCannotBeRead() {
        create(table("there", lake.location("there")).build());

        assertThatThrownBy(() -> create(table("THERE", lake.location("there")).build()))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessageContaining("Table already exists.");
        assertThatThrownBy(() -> get("nowhere"))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Entity Not Found");
        assertThatThrownBy(() -> delete("nowhere")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> update(table("nowhere", lake.location("x")).build()))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() ->
                        glue.getTable(request -> request.databaseName("no_db").name("t")))
                .hasMessageContaining("Database no_db not found.");
        assertThatThrownBy(() -> glue.getTables(request -> request.databaseName("no_db")))
                .hasMessageContaining("Database no_db not found.");
        assertThatThrownBy(() -> glue.createTable(request -> request.databaseName("no_db")
                        .tableInput(table("t", lake.location("t")).build())))
                .hasMessageContaining("Database no_db not found.");
    }

    @Test
    void whatBreaksADeclaredLimitIsNamed() {
        TableInput bad = TableInput.builder()
                .name("bad")
                .storageDescriptor(storage -> storage.columns(
                        column("fine", "int"),
                        Column.builder().name("c").comment("x".repeat(256)).build()))
                .build();

        assertThatThrownBy(() -> create(bad))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("1 validation error detected: Value 'xxx")
                .hasMessageContaining("at 'table.storageDescriptor.columns.2.member.comment' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 255");
        assertThatThrownBy(() ->
                        glue.getTables(request -> request.databaseName(database).maxResults(101)))
                .hasMessageContaining("Member must have value less than or equal to 100");
        assertThatThrownBy(() -> glue.getTable(request -> request.name("t")))
                .hasMessageContaining("Value null at 'databaseName'");
    }

    @Test
    void deletingATableNeverDeletesItsFiles() throws Exception {
        for (String type : List.of("EXTERNAL_TABLE", "MANAGED_TABLE")) {
            create(table("files", lake.location("files")).tableType(type).build());
            Path file = Files.createDirectories(lake.bucket().resolve("files")).resolve("part-0.parquet");
            Files.writeString(file, "data");

            delete("files");

            assertThat(file).hasContent("data");
            assertThat(lake.count("select count(*) from glue_entity where hive_table = 'files'"))
                    .isZero();
        }
    }

    @Test
    void severalTablesAreDeletedAtOnceWithAnErrorForEachThatIsNot() {
        create(table("one", lake.location("one")).build());
        create(table("two", lake.location("two")).build());

        var errors = glue.batchDeleteTable(
                        request -> request.databaseName(database).tablesToDelete("one", "none", "TWO"))
                .errors();

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.tableName()).isEqualTo("none");
            assertThat(error.errorDetail().errorCode()).isEqualTo("EntityNotFoundException");
            assertThat(error.errorDetail().errorMessage()).isEqualTo("Table none not found.");
        });
        assertThat(names(".*")).isEmpty();
    }

    @Test
    void tablesAreListedByARegularExpressionOverWholeNames() {
        for (String name : List.of("orders", "orders_2025", "orders_2026", "customers")) {
            create(table(name, lake.location(name)).build());
        }

        assertThat(names("orders.*")).containsExactly("orders", "orders_2025", "orders_2026");
        assertThat(names("orders")).containsExactly("orders");
        assertThat(names("(orders_\\d+|CUST.*)")).containsExactly("customers", "orders_2025", "orders_2026");
        assertThat(names("")).hasSize(4);
        assertThatThrownBy(() -> names("(")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void columnsAreInLowerCaseAndStructuresAsTheyWereGiven() {
        String type = "struct<CreateTime:string,innerList:array<struct<itemId:int>>>";
        create(TableInput.builder()
                .name("cased")
                .partitionKeys(column("Dt", "string"))
                .storageDescriptor(parquet(
                        lake.location("cased"), column("userId", "string"), column("P", type), column("DT", "int")))
                .build());

        assertThat(get("cased").storageDescriptor().columns())
                .containsExactly(column("userid", "string"), column("p", type), column("dt", "int"));
        assertThat(get("cased").partitionKeys()).containsExactly(column("dt", "string"));

        glue.createPartition(
                request -> request.databaseName(database).tableName("cased").partitionInput(partition -> partition
                        .values("2026")
                        .storageDescriptor(parquet(lake.location("cased/2026"), column("userId", "string")))));

        assertThat(glue.getPartition(request -> request.databaseName(database)
                                .tableName("cased")
                                .partitionValues("2026"))
                        .partition()
                        .storageDescriptor()
                        .columns())
                .containsExactly(column("userid", "string"));
    }

    @Test
    void partitionKeysHaveNoParameters() {
        assertThatThrownBy(() -> create(table("keyed", lake.location("keyed"))
                        .partitionKeys(Column.builder()
                                .name("k")
                                .type("string")
                                .parameters(Map.of("a", "b"))
                                .build())
                        .build()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("Parameters not supported for partition columns");
    }

    @Test
    void partitionKeysMayChange() {
        create(table("rekeyed", lake.location("rekeyed"))
                .partitionKeys(column("day", "string"))
                .build());
        glue.createPartition(request ->
                request.databaseName(database).tableName("rekeyed").partitionInput(partition -> partition.values("1")));

        update(table("rekeyed", lake.location("rekeyed"))
                .partitionKeys(column("day", "string"), column("hour", "int"))
                .build());

        assertThat(get("rekeyed").partitionKeys()).containsExactly(column("day", "string"), column("hour", "int"));
        assertThat(hive("rekeyed").getPartitionKeys()).hasSize(2);
        glue.createPartition(request -> request.databaseName(database)
                .tableName("rekeyed")
                .partitionInput(partition -> partition.values("2", "3")));
        assertThat(glue.getPartitions(request -> request.databaseName(database)
                                .tableName("rekeyed")
                                .expression("hour = 3"))
                        .partitions())
                .singleElement()
                .satisfies(partition -> assertThat(partition.values()).containsExactly("2", "3"));

        update(table("rekeyed", lake.location("rekeyed")).build());

        assertThat(get("rekeyed").partitionKeys()).isEmpty();
    }

    @Test
    void namesHave255CharactersEverywhere() {
        String longest = "n".repeat(255);
        String foreign = "a-".repeat(127) + "b";
        glue.createDatabase(request -> request.databaseInput(input -> input.name(longest)));
        try {
            for (String name : List.of(longest, foreign)) {
                glue.createTable(request -> request.databaseName(longest)
                        .tableInput(table(name, lake.location("long"))
                                .partitionKeys(column(longest, "string"))
                                .owner(longest)
                                .parameters(Map.of("p".repeat(255), "v".repeat(5000)))
                                .storageDescriptor(parquet(
                                                lake.location("long"),
                                                column("c".repeat(255), "int").copy(c -> c.comment("m".repeat(255))))
                                        .copy(storage -> storage.bucketColumns("c".repeat(255))
                                                .numberOfBuckets(2)
                                                .serdeInfo(serde ->
                                                        serde.name(longest).parameters(Map.of("s".repeat(255), "v")))))
                                .build()));
                glue.createPartition(request -> request.databaseName(longest)
                        .tableName(name)
                        .partitionInput(partition -> partition.values("v".repeat(1024))));

                assertThat(TestTables.get(glue, longest, name).partitionKeys())
                        .containsExactly(column(longest, "string"));
                assertThat(glue.getPartitions(request -> request.databaseName(longest)
                                        .tableName(name)
                                        .expression(longest + " = '" + "v".repeat(1024) + "'"))
                                .partitions())
                        .hasSize(1);
            }
        } finally {
            glue.deleteDatabase(request -> request.name(longest));
        }
        assertThatThrownBy(() ->
                        create(table("n".repeat(256), lake.location("longer")).build()))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("length less than or equal to 255");
    }

    @Test
    void anExpressionThatWouldTakeHoursIsGivenUp() {
        create(table("a".repeat(60), lake.location("a")).build());

        assertThatThrownBy(() -> names("(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)b"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void pagesNeitherRepeatNorHideWhenTablesComeAndGo() {
        IntStream.range(0, 10)
                .forEach(i -> create(table("t" + i, lake.location("t" + i)).build()));
        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            String next = token;
            GetTablesResponse page = glue.getTables(
                    request -> request.databaseName(database).maxResults(3).nextToken(next));
            page.tableList().forEach(table -> seen.add(table.name()));
            token = page.nextToken();
            if (seen.size() == 3) {
                delete("t0");
                delete("t2");
                create(table("t21", lake.location("t21")).build());
            }
        } while (token != null);

        assertThat(seen).containsExactly("t0", "t1", "t2", "t21", "t3", "t4", "t5", "t6", "t7", "t8", "t9");
    }

    @Test
    void columnsMayChangeTheirTypeAndOrder() {
        create(table("evolves", lake.location("evolves")).build());

        update(TableInput.builder()
                .name("evolves")
                .storageDescriptor(
                        parquet(lake.location("elsewhere"), column("added", "double"), column("name", "bigint")))
                .build());

        assertThat(get("evolves").storageDescriptor().columns())
                .containsExactly(column("added", "double"), column("name", "bigint"));
        assertThat(hive("evolves").getSd().getLocation()).isEqualTo("s3://tests/elsewhere");
    }

    @Test
    void aViewIsAView() {
        create(TableInput.builder()
                .name("v")
                .tableType("VIRTUAL_VIEW")
                .viewOriginalText("/* Presto View: e30= */")
                .viewExpandedText("/* Presto View */")
                .parameters(Map.of("presto_view", "true"))
                .storageDescriptor(storage -> storage.columns(column("x", "int")))
                .build());

        assertThat(get("v").viewOriginalText()).isEqualTo("/* Presto View: e30= */");
        assertThat(hive("v").getTableType()).isEqualTo("VIRTUAL_VIEW");
    }

    private void create(TableInput input) {
        glue.createTable(request -> request.databaseName(database).tableInput(input));
    }

    private void update(TableInput input) {
        glue.updateTable(request -> request.databaseName(database).tableInput(input));
    }

    private void delete(String name) {
        glue.deleteTable(request -> request.databaseName(database).name(name));
    }

    private Table get(String name) {
        return TestTables.get(glue, database, name);
    }

    private List<String> names(String expression) {
        return glue.getTables(request -> request.databaseName(database).expression(expression)).tableList().stream()
                .map(Table::name)
                .toList();
    }

    private io.trino.hive.thrift.metastore.Table hive(String name) {
        return lake.hive(hive -> hive.getTable(database, name));
    }
}
