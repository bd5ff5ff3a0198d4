package io.laguna.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeAddresses;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.sts.StsClient;

@ExtendWith(LagunaExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LagunaExtensionTest {
    private static final Set<String> SEEN = new HashSet<>();

    @RepeatedTest(2)
    @Order(1)
    void eachTestHasABucketAndADatabaseOfItsOwn(
            S3Client s3, GlueClient glue, TestBucket bucket, TestDatabase database) {
        assertThat(SEEN.add(bucket.name())).isTrue();
        assertThat(SEEN.add(database.name())).isTrue();
        assertThat(s3.listObjectsV2(list -> list.bucket(bucket.name())).contents())
                .isEmpty();
        assertThat(glue.getTables(get -> get.databaseName(database.name())).tableList())
                .isEmpty();
        s3.putObject(put -> put.bucket(bucket.name()).key("key"), RequestBody.fromString("content"));
        glue.createTable(create -> create.databaseName(database.name())
                .tableInput(table -> table.name("t").storageDescriptor(files -> files.location(bucket.uri("t/")))));
    }

    @Test
    @Order(2)
    void whatATestWasGivenIsGoneWithIt(S3Client s3, GlueClient glue) {
        assertThat(SEEN).hasSize(4);
        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).doesNotContainAnyElementsOf(SEEN);
        assertThat(glue.getDatabases(get -> {}).databaseList())
                .extracting(Database::name)
                .doesNotContainAnyElementsOf(SEEN);
    }

    @Test
    @Order(3)
    void clientsOfAnyServiceAreOfTheSameLake(
            StsClient sts, GlueClient glue, Lake lake, LakeAddresses addresses, TestDatabase database) {
        assertThat(sts.getCallerIdentity().account()).isEqualTo("000000000000");
        assertThat(glue.getDatabase(get -> get.name(database.name())).database().name())
                .isEqualTo(lake.glue()
                        .getDatabase(get -> get.name(database.name()))
                        .database()
                        .name());
        assertThat(addresses).isEqualTo(lake.addresses());
    }

    @Test
    @Order(4)
    void withoutResetSomethingStays(S3Client s3, GlueClient glue) {
        s3.createBucket(create -> create.bucket("stays"));
        s3.putObject(put -> put.bucket("stays").key("a/b"), RequestBody.fromString("content"));
        glue.createDatabase(create -> create.databaseInput(database -> database.name("stays")));
        glue.createTable(create -> create.databaseName("default")
                .tableInput(table -> table.name("stays").storageDescriptor(files -> files.location("s3://stays/t/"))));
    }

    @Test
    @Order(5)
    @ResetLake
    void afterAResetTheLakeIsEmpty(S3Client s3, GlueClient glue) {
        assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("warehouse");
        assertThat(s3.listObjectsV2(list -> list.bucket("warehouse")).contents())
                .isEmpty();
        assertThat(glue.getDatabases(get -> {}).databaseList())
                .extracting(Database::name)
                .containsExactly("default");
        assertThat(glue.getTables(get -> get.databaseName("default")).tableList())
                .isEmpty();
    }
}
