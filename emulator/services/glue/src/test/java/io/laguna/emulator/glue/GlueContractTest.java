package io.laguna.emulator.glue;

import io.laguna.emulator.testkit.ServiceContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreateDatabaseRequest;
import software.amazon.awssdk.services.glue.model.CreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.CreateUserDefinedFunctionRequest;

@ExtendWith(CatalogLake.class)
class GlueContractTest extends ServiceContract<GlueClient> {
    private final CatalogLake.Running lake;
    private Catalog catalog;

    GlueContractTest(CatalogLake.Running lake) {
        super(GlueClient.class, "glue-2017-03-31", "glue");
        this.lake = lake;
        this.catalog = lake.open();
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Override
    protected List<GlueClient> rooms() {
        return catalog.rooms(CatalogLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        catalog = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateDatabaseRequest.builder()
                        .databaseInput(database -> database.name(name))
                        .build(),
                made -> CreateTableRequest.builder()
                        .databaseName(name)
                        .tableInput(table -> table.name(name)
                                .partitionKeys(Column.builder()
                                        .name("day")
                                        .type("string")
                                        .build())
                                .storageDescriptor(storage -> storage.location(lake.location(name))
                                        .columns(Column.builder()
                                                .name("id")
                                                .type("int")
                                                .build())))
                        .build(),
                made -> CreatePartitionRequest.builder()
                        .databaseName(name)
                        .tableName(name)
                        .partitionInput(partition -> partition
                                .values("1")
                                .storageDescriptor(storage -> storage.location(lake.location(name + "/1"))))
                        .build(),
                made -> CreateUserDefinedFunctionRequest.builder()
                        .databaseName(name)
                        .functionInput(function -> function.functionName(name)
                                .className("A")
                                .ownerName("hive")
                                .ownerType("USER"))
                        .build());
    }

    @Override
    protected Map<String, String> known() {
        return Map.of("DatabaseName", "default", "Pattern", "*");
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        String name = made.get("DatabaseName");
        return Map.of("Name", name, "TableName", name, "FunctionName", name, "ResourceArn", arn(name));
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return arn(made.get("DatabaseName"));
    }

    @Override
    protected String missing(Map<String, String> made) {
        return arn("contract_missing");
    }

    private static String arn(String database) {
        return CatalogLake.CALLER.arn("glue", "database/" + database);
    }
}
