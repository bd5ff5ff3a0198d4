package io.laguna.emulator.glue;

import java.util.UUID;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The databases and tables that tests need. */
final class TestTables {
    private TestTables() {}

    /** Creates a new database, of which no other test knows, and returns its name. */
    static String database(GlueClient glue) {
        String name = "db_" + UUID.randomUUID().toString().substring(0, 8);
        glue.createDatabase(request -> request.databaseInput(input -> input.name(name)));
        return name;
    }

    static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    static StorageDescriptor parquet(String location, Column... columns) {
        return StorageDescriptor.builder()
                .columns(columns)
                .location(location)
                .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                .serdeInfo(SerDeInfo.builder()
                        .serializationLibrary("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe")
                        .build())
                .build();
    }

    static TableInput.Builder table(String name, String location) {
        return TableInput.builder()
                .name(name)
                .tableType("EXTERNAL_TABLE")
                .storageDescriptor(parquet(location, column("id", "bigint"), column("name", "string")));
    }

    static Table get(GlueClient glue, String database, String name) {
        return glue.getTable(request -> request.databaseName(database).name(name))
                .table();
    }
}
