package io.laguna.emulator.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.wire.Rooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.CreateSecurityConfigurationRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.glue.model.SecurityConfiguration;

@ExtendWith(CatalogLake.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecurityConfigurationsTest {
    private static final String WHOLE =
            """
            {"Name": "whole", "EncryptionConfiguration": {
             "S3Encryption": [{"S3EncryptionMode": "SSE-KMS", "KmsKeyArn": "arn:aws:kms:us-east-1:000000000000:key/k"}],
             "CloudWatchEncryption": {"CloudWatchEncryptionMode": "DISABLED"},
             "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "CSE-KMS", "KmsKeyArn": "arn:aws:kms:a:0:key/k"},
             "DataQualityEncryption": {"DataQualityEncryptionMode": "DISABLED"}}}""";

    private final Glue service;
    private final GlueClient glue;

    SecurityConfigurationsTest(CatalogLake.Running lake) {
        this.service = lake.openAll();
        this.glue =
                Rooms.of(GlueClient.class, service.rooms(CatalogLake.CALLER)).client();
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void aConfigurationComesBackAsItWasGivenAndOnce() {
        CreateSecurityConfigurationRequest request = request(WHOLE);
        glue.createSecurityConfiguration(request);

        SecurityConfiguration found =
                glue.getSecurityConfiguration(get -> get.name("whole")).securityConfiguration();

        assertThat(found.encryptionConfiguration()).isEqualTo(request.encryptionConfiguration());
        assertThat(found.createdTimeStamp()).isNotNull();
        assertThatThrownBy(() -> glue.createSecurityConfiguration(request)).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void configurationsAreListedInPagesAndDeleted() {
        create("listed-a");
        create("listed-b");

        assertThat(glue.getSecurityConfigurationsPaginator(get -> get.maxResults(1)).stream()
                        .flatMap(page -> page.securityConfigurations().stream())
                        .map(SecurityConfiguration::name))
                .containsSubsequence("listed-a", "listed-b");
        glue.deleteSecurityConfiguration(delete -> delete.name("listed-a"));

        assertThatThrownBy(() -> glue.getSecurityConfiguration(get -> get.name("listed-a")))
                .isInstanceOf(EntityNotFoundException.class);
        assertThatThrownBy(() -> glue.deleteSecurityConfiguration(delete -> delete.name("listed-a")))
                .isInstanceOf(EntityNotFoundException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'EncryptionConfiguration': {}}                                                | name",
                "{'Name': 'x'}                                                                  | encryptionConfiguration",
                "{'Name': 'x', 'EncryptionConfiguration': {'S3Encryption': [{'S3EncryptionMode': 'AES'}]}}"
                        + " | s3EncryptionMode",
                "{'Name': 'x', 'EncryptionConfiguration': {'CloudWatchEncryption': {'CloudWatchEncryptionMode': 'SSE-S3'}}}"
                        + " | cloudWatchEncryptionMode",
                "{'Name': 'x', 'EncryptionConfiguration': {'JobBookmarksEncryption': {'JobBookmarksEncryptionMode':"
                        + " 'SSE-KMS'}}} | jobBookmarksEncryptionMode",
                "{'Name': 'x', 'EncryptionConfiguration': {'S3Encryption': [{'KmsKeyArn': 'key'}]}} | kmsKeyArn",
            })
    void refusesWhatGlueRefuses(String json, String reason) {
        assertThatThrownBy(() -> glue.createSecurityConfiguration(request(json.replace('\'', '"'))))
                .isInstanceOf(GlueException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void jobsAndCrawlersNameOneThatIsThere() {
        create("named");
        job("secured", "named");

        assertThat(glue.getJob(get -> get.jobName("secured")).job().securityConfiguration())
                .isEqualTo("named");
        assertThatThrownBy(() -> job("unsecured", "nowhere"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(
                        () -> glue.startJobRun(start -> start.jobName("secured").securityConfiguration("nowhere")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
        crawler("secured", "named");
        assertThat(glue.getCrawler(get -> get.name("secured")).crawler().crawlerSecurityConfiguration())
                .isEqualTo("named");
        crawler("empty", "");
        assertThatThrownBy(() -> crawler("unsecured", "nowhere"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() ->
                        glue.updateCrawler(update -> update.name("empty").crawlerSecurityConfiguration("nowhere")))
                .isInstanceOf(InvalidInputException.class);
    }

    private void job(String name, String security) {
        glue.createJob(create -> create.name(name)
                .role("r")
                .command(command -> command.name("glueetl").scriptLocation("s3://scripts/a.py"))
                .securityConfiguration(security));
    }

    private void crawler(String name, String security) {
        glue.createCrawler(create -> create.name(name)
                .role("r")
                .databaseName("d")
                .targets(targets ->
                        targets.s3Targets(S3Target.builder().path("s3://b/p/").build()))
                .crawlerSecurityConfiguration(security));
    }

    private void create(String name) {
        glue.createSecurityConfiguration(request("{\"Name\": \"" + name + "\", \"EncryptionConfiguration\": {}}"));
    }

    private static CreateSecurityConfigurationRequest request(String json) {
        return ShapeJson.read(json, CreateSecurityConfigurationRequest.builder());
    }
}
