package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Catalog;
import software.amazon.awssdk.services.glue.model.CatalogEncryptionMode;
import software.amazon.awssdk.services.glue.model.ConditionCheckFailureException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ExistCondition;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.PartitionIndexDescriptor;
import software.amazon.awssdk.services.glue.model.PartitionIndexStatus;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;

/** Tests of the settings that the catalog keeps besides databases, tables and partitions. */
@ExtendWith(CatalogLake.class)
class CatalogSettingsTest {
    private static final String ARN = "arn:aws:glue:eu-west-1:123456789012:";

    private final CatalogLake.Running lake;
    private final GlueClient glue;

    CatalogSettingsTest(CatalogLake.Running lake) {
        this.lake = lake;
        this.glue = lake.glue();
    }

    @Test
    void databasesTablesAndTheCatalogAreTagged() {
        String database = "db_tagged";
        glue.createDatabase(
                request -> request.databaseInput(input -> input.name(database)).tags(Map.of("team", "lake")));
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("t", lake.location(database)).build()));

        tag("database/" + database, Map.of("cost", "1"));
        tag("table/" + database + "/t", Map.of("a", "1", "b", "2"));
        tag("catalog", Map.of("c", "3"));
        tag("table/" + database + "/t", Map.of("b", "3"));
        glue.untagResource(
                request -> request.resourceArn(ARN + "table/" + database + "/t").tagsToRemove("a", "none"));

        assertThat(tags("database/" + database)).isEqualTo(Map.of("team", "lake", "cost", "1"));
        assertThat(tags("table/" + database + "/T")).isEqualTo(Map.of("b", "3"));
        assertThat(tags("catalog")).isEqualTo(Map.of("c", "3"));
        assertThatThrownBy(() -> tags("table/" + database + "/none")).isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> tags("something/else")).isInstanceOf(InvalidInputException.class);

        glue.deleteTable(request -> request.databaseName(database).name("t"));
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("t", lake.location(database)).build()));
        assertThat(tags("table/" + database + "/t")).isEmpty();
    }

    @Test
    void databasesAndTablesOfHiveAreTaggedToo() {
        lake.hive(hive -> {
            io.trino.hive.thrift.metastore.Database database = new io.trino.hive.thrift.metastore.Database();
            database.setName("db_hive_tagged");
            hive.createDatabase(database);
            hive.createTable(HiveTables.parquet("db_hive_tagged", "t", lake.location("db_hive_tagged")));
            return true;
        });

        tag("database/db_hive_tagged", Map.of("k", "v"));
        tag("table/db_hive_tagged/t", Map.of("k", "w"));

        assertThat(tags("database/db_hive_tagged")).isEqualTo(Map.of("k", "v"));
        assertThat(tags("table/db_hive_tagged/t")).isEqualTo(Map.of("k", "w"));
    }

    @Test
    void partitionIndexesAreKept() {
        String database = TestTables.database(glue);
        glue.createTable(request -> request.databaseName(database)
                .tableInput(table("t", lake.location(database))
                        .partitionKeys(column("Year", "int"), column("place", "string"))
                        .build())
                .partitionIndexes(List.of(PartitionIndex.builder()
                        .indexName("first")
                        .keys("year", "PLACE")
                        .build())));
        glue.createPartitionIndex(request -> request.databaseName(database)
                .tableName("t")
                .partitionIndex(index -> index.indexName("second").keys("place")));

        List<PartitionIndexDescriptor> indexes = indexes(database);
        assertThat(indexes).extracting(PartitionIndexDescriptor::indexName).containsExactly("first", "second");
        assertThat(indexes).allMatch(index -> index.indexStatus() == PartitionIndexStatus.ACTIVE);
        assertThat(indexes.get(0).keys())
                .extracting(key -> key.name() + ":" + key.type())
                .containsExactly("year:int", "place:string");

        assertThatThrownBy(() -> index(database, "first", "place")).isInstanceOf(AlreadyExistsException.class);
        assertThatThrownBy(() -> index(database, "bad", "nokey")).isInstanceOf(InvalidInputException.class);
        index(database, "third", "year");
        assertThatThrownBy(() -> index(database, "fourth", "year"))
                .isInstanceOf(ResourceNumberLimitExceededException.class);

        glue.deletePartitionIndex(
                request -> request.databaseName(database).tableName("t").indexName("first"));
        assertThat(indexes(database)).hasSize(2);
        assertThatThrownBy(() -> glue.deletePartitionIndex(
                        request -> request.databaseName(database).tableName("t").indexName("first")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void resourcePoliciesAreKeptUnderConditions() {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        assertThatThrownBy(() -> glue.getResourcePolicy(request -> {}))
                .isInstanceOf(EntityNotFoundException.class)
                .hasMessageContaining("Policy not found");
        assertThatThrownBy(() -> glue.putResourcePolicy(
                        request -> request.policyInJson(policy).policyExistsCondition(ExistCondition.MUST_EXIST)))
                .isInstanceOf(ConditionCheckFailureException.class);

        String hash =
                glue.putResourcePolicy(request -> request.policyInJson(policy)).policyHash();
        assertThat(glue.getResourcePolicy(request -> {}).policyInJson()).isEqualTo(policy);
        assertThat(glue.getResourcePolicy(request -> request.resourceArn(ARN + "catalog"))
                        .policyHash())
                .isEqualTo(hash);
        assertThat(glue.getResourcePolicies(request -> {}).getResourcePoliciesResponseList())
                .hasSize(1);

        assertThatThrownBy(() -> glue.putResourcePolicy(
                        request -> request.policyInJson(policy).policyExistsCondition(ExistCondition.NOT_EXIST)))
                .isInstanceOf(ConditionCheckFailureException.class);
        assertThatThrownBy(() -> glue.putResourcePolicy(
                        request -> request.policyInJson(policy).policyHashCondition("wrong")))
                .isInstanceOf(ConditionCheckFailureException.class);
        assertThatThrownBy(() -> glue.deleteResourcePolicy(request -> request.policyHashCondition("wrong")))
                .isInstanceOf(ConditionCheckFailureException.class);
        assertThatThrownBy(() -> glue.putResourcePolicy(request -> request.policyInJson("not json")))
                .isInstanceOf(InvalidInputException.class);

        glue.deleteResourcePolicy(request -> request.policyHashCondition(hash));
        assertThatThrownBy(() -> glue.deleteResourcePolicy(request -> {})).isInstanceOf(EntityNotFoundException.class);
    }

    @Test
    void encryptionSettingsAreKept() {
        assertThat(glue.getDataCatalogEncryptionSettings(request -> {})
                        .dataCatalogEncryptionSettings()
                        .encryptionAtRest()
                        .catalogEncryptionMode())
                .isEqualTo(CatalogEncryptionMode.DISABLED);

        glue.putDataCatalogEncryptionSettings(request -> request.dataCatalogEncryptionSettings(
                settings -> settings.encryptionAtRest(rest -> rest.catalogEncryptionMode(CatalogEncryptionMode.SSE_KMS)
                        .sseAwsKmsKeyId("key"))));

        var settings = glue.getDataCatalogEncryptionSettings(request -> {}).dataCatalogEncryptionSettings();
        assertThat(settings.encryptionAtRest().sseAwsKmsKeyId()).isEqualTo("key");
        assertThat(settings.connectionPasswordEncryption().returnConnectionPasswordEncrypted())
                .isFalse();
    }

    @Test
    void anImportIsCompletedByWhatTheMetastoreHolds() {
        assertThat(glue.getCatalogImportStatus(request -> {}).importStatus().importCompleted())
                .isFalse();

        glue.importCatalogToGlue(request -> {});

        assertThat(glue.getCatalogImportStatus(request -> {}).importStatus().importCompleted())
                .isTrue();
        assertThat(glue.getCatalogImportStatus(request -> {}).importStatus().importTime())
                .isNotNull();
    }

    @Test
    void theAccountsOwnCatalogIsTheOnlyOne() {
        assertThat(glue.getCatalog(request -> request.catalogId("123456789012"))
                        .catalog()
                        .resourceArn())
                .isEqualTo(ARN + "catalog");
        assertThat(glue.getCatalogs(request -> request.includeRoot(true)).catalogList())
                .extracting(Catalog::catalogId)
                .containsExactly("123456789012");
        assertThat(glue.getCatalogs(request -> {}).catalogList()).isEmpty();
        assertThatThrownBy(() -> glue.getCatalog(request -> request.catalogId("other")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    private void index(String database, String name, String key) {
        glue.createPartitionIndex(
                request -> request.databaseName(database).tableName("t").partitionIndex(index -> index.indexName(name)
                        .keys(key)));
    }

    private List<PartitionIndexDescriptor> indexes(String database) {
        return glue.getPartitionIndexes(
                        request -> request.databaseName(database).tableName("t"))
                .partitionIndexDescriptorList();
    }

    private void tag(String resource, Map<String, String> tags) {
        glue.tagResource(request -> request.resourceArn(ARN + resource).tagsToAdd(tags));
    }

    private Map<String, String> tags(String resource) {
        return glue.getTags(request -> request.resourceArn(ARN + resource)).tags();
    }
}
