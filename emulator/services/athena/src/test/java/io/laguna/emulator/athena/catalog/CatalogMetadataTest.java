package io.laguna.emulator.athena.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.athena.CatalogLake;
import io.laguna.emulator.athena.TestAthena;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Column;
import software.amazon.awssdk.services.athena.model.DataCatalogType;
import software.amazon.awssdk.services.athena.model.Database;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.ListDatabasesResponse;
import software.amazon.awssdk.services.athena.model.MetadataException;
import software.amazon.awssdk.services.athena.model.TableMetadata;

@ExtendWith(CatalogLake.class)
class CatalogMetadataTest {
    private static final String CATALOG = "AwsDataCatalog";
    private static final String TEXT_INPUT = "org.apache.hadoop.mapred.TextInputFormat";
    private static final String TEXT_OUTPUT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
    private static final String SERDE = "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe";

    private final TestAthena athena;
    private final AthenaClient client;
    private final String database = "athena_" + UUID.randomUUID().toString().substring(0, 8);

    CatalogMetadataTest(CatalogLake.Running lake) {
        this.athena = new TestAthena(lake);
        this.client = athena.client;
    }

    @BeforeEach
    void aDatabase() {
        athena.glue.createDatabase(request -> request.databaseInput(
                input -> input.name(database).description("of sales").parameters(Map.of("owner", "me"))));
    }

    @Test
    void aDatabaseIsAsGlueHasIt() {
        Database found = client.getDatabase(
                        request -> request.catalogName(CATALOG).databaseName(database))
                .database();

        assertThat(found)
                .isEqualTo(Database.builder()
                        .name(database)
                        .description("of sales")
                        .parameters(Map.of("owner", "me"))
                        .build());
    }

    @Test
    void databasesAreListedInPages() {
        athena.glue.createDatabase(request -> request.databaseInput(input -> input.name(database + "_2")));

        ListDatabasesResponse page =
                client.listDatabases(request -> request.catalogName(CATALOG).maxResults(1));

        assertThat(page.databaseList()).hasSize(1);
        assertThat(page.nextToken()).isNotNull();
        assertThat(
                        client
                                .listDatabasesPaginator(request ->
                                        request.catalogName("awsdatacatalog").maxResults(1))
                                .stream()
                                .flatMap(each -> each.databaseList().stream())
                                .map(Database::name))
                .doesNotHaveDuplicates()
                .contains(database, database + "_2");
    }

    @Test
    void aTablesStorageIsAmongItsParameters() {
        createTable("visits");

        TableMetadata table = client.getTableMetadata(request ->
                        request.catalogName(CATALOG).databaseName(database).tableName("visits"))
                .tableMetadata();

        assertThat(table.tableType()).isEqualTo("EXTERNAL_TABLE");
        assertThat(table.columns())
                .containsExactly(Column.builder()
                        .name("id")
                        .type("bigint")
                        .comment("of the visit")
                        .build());
        assertThat(table.partitionKeys())
                .containsExactly(Column.builder().name("day").type("date").build());
        assertThat(table.parameters())
                .containsEntry("classification", "csv")
                .containsEntry("inputformat", TEXT_INPUT)
                .containsEntry("outputformat", TEXT_OUTPUT)
                .containsEntry("location", "s3://tests/visits")
                .containsEntry("serde.serialization.lib", SERDE)
                .containsEntry("serde.param.field.delim", ",");
        assertThat(table.createTime()).isNotNull();
        assertThat(table.lastAccessTime()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void tablesAreListedByAnExpressionInPages() {
        for (String name : List.of("sales_1", "sales_2", "sales_3", "visits")) {
            createTable(name);
        }

        assertThat(client
                        .listTableMetadataPaginator(request -> request.catalogName(CATALOG)
                                .databaseName(database)
                                .expression("sales.*")
                                .maxResults(2))
                        .stream()
                        .map(page -> page.tableMetadataList().stream()
                                .map(TableMetadata::name)
                                .toList()))
                .containsExactly(List.of("sales_1", "sales_2"), List.of("sales_3"));
        assertThat(client.listTableMetadata(
                                request -> request.catalogName(CATALOG).databaseName(database))
                        .tableMetadataList())
                .hasSize(4);
    }

    @Test
    void whatGlueDoesNotHaveIsAMetadataExceptionWithItsReason() {
        for (Runnable call : List.<Runnable>of(
                () -> client.getDatabase(request -> request.catalogName(CATALOG).databaseName("none")),
                () -> client.listTableMetadata(
                        request -> request.catalogName(CATALOG).databaseName("none")),
                () -> client.getTableMetadata(request ->
                        request.catalogName(CATALOG).databaseName(database).tableName("none")))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(MetadataException.class)
                    .hasMessageFindingMatch("none not found\\.|Entity Not Found")
                    .hasMessageContaining("EntityNotFoundException");
        }
    }

    @Test
    void aCatalogOfTypeGlueIsThatAccounts() {
        client.createDataCatalog(request -> request.name("own")
                .type(DataCatalogType.GLUE)
                .parameters(Map.of("catalog-id", athena.caller.accountId())));
        client.createDataCatalog(request ->
                request.name("foreign").type(DataCatalogType.GLUE).parameters(Map.of("catalog-id", "999999999999")));

        assertThat(client.getDatabase(request -> request.catalogName("own").databaseName(database))
                        .database()
                        .name())
                .isEqualTo(database);
        assertThatThrownBy(() -> client.listDatabases(request -> request.catalogName("foreign")))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("999999999999");
    }

    @Test
    void aCatalogThatNeedsLambdaSaysThatItCannotBeAsked() {
        client.createDataCatalog(request -> request.name("hive")
                .type(DataCatalogType.HIVE)
                .parameters(Map.of("metadata-function", "arn:aws:lambda:eu-west-1:123456789012:function:f")));

        assertThatThrownBy(() -> client.listDatabases(request -> request.catalogName("hive")))
                .isInstanceOf(MetadataException.class)
                .hasMessageContaining("HIVE")
                .hasMessageContaining("not implemented by Laguna");
    }

    @Test
    void whatIsAskedWronglyIsInvalid() {
        assertThatThrownBy(() -> client.listDatabases(request -> request.catalogName("none")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("DataCatalog none was not found.");
        assertThatThrownBy(() -> client.getTableMetadata(request -> {}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("'catalogName'")
                .hasMessageContaining("'databaseName'")
                .hasMessageContaining("'tableName'");
        assertThatThrownBy(() -> client.listTableMetadata(request ->
                        request.catalogName(CATALOG).databaseName(database).expression("(")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("Expression");
        assertThatThrownBy(() -> client.listDatabases(
                        request -> request.catalogName(CATALOG).nextToken("x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("NextToken");
    }

    private void createTable(String name) {
        athena.glue.createTable(request -> request.databaseName(database).tableInput(table -> table.name(name)
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("classification", "csv"))
                .partitionKeys(column("day", "date").build())
                .storageDescriptor(storage -> storage.location("s3://tests/" + name)
                        .columns(column("id", "bigint").comment("of the visit").build())
                        .inputFormat(TEXT_INPUT)
                        .outputFormat(TEXT_OUTPUT)
                        .serdeInfo(
                                serde -> serde.serializationLibrary(SERDE).parameters(Map.of("field.delim", ","))))));
    }

    private static software.amazon.awssdk.services.glue.model.Column.Builder column(String name, String type) {
        return software.amazon.awssdk.services.glue.model.Column.builder()
                .name(name)
                .type(type);
    }
}
