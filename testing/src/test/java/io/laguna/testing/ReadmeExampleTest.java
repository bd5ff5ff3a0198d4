package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.S3Client;

@ExtendWith(LagunaExtension.class)
class ReadmeExampleTest {
    @Test
    void aTableIsWhereItsFilesAre(S3Client s3, GlueClient glue, TestBucket bucket, TestDatabase database) {
        s3.putObject(put -> put.bucket(bucket.name()).key("sales/a.csv"), RequestBody.fromString("1,2.50\n"));
        glue.createTable(create -> create.databaseName(database.name())
                .tableInput(table -> table.name("sales").storageDescriptor(files -> files.location(bucket.uri("sales/"))
                        .columns(
                                Column.builder().name("id").type("int").build(),
                                Column.builder()
                                        .name("price")
                                        .type("decimal(9,2)")
                                        .build()))));

        Table table = glue.getTable(get -> get.databaseName(database.name()).name("sales"))
                .table();

        assertThat(table.storageDescriptor().location()).isEqualTo(bucket.uri("sales/"));
        assertThat(bucket.folder().resolve("sales/a.csv")).hasContent("1,2.50");
    }
}
