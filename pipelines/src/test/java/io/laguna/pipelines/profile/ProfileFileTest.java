package io.laguna.pipelines.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileFileTest {
    /** The folder of the checkout: tests run in the folder of their module. */
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    private static final Map<String, String> LAKE =
            Map.of("laguna.endpoint", "http://127.0.0.1:4566", "laguna.mysql", "jdbc:mysql://127.0.0.1:3306");

    @TempDir
    private Path folder;

    @Test
    void theProfileOfThisMachineIsFilledInByTheLake() {
        ProfileFile file = ProfileFile.read(HOME.resolve("profiles/local.properties"), HOME);
        Profile profile = file.profile(LAKE, Optional.empty());

        assertThat(file.variables()).containsExactlyInAnyOrder("laguna.endpoint", "laguna.mysql");
        assertThat(profile.endpoint()).hasToString("Optional[http://127.0.0.1:4566]");
        assertThat(profile.source().url()).isEqualTo("jdbc:mysql://127.0.0.1:3306/covid");
        assertThat(profile.place()).isInstanceOf(Place.Cluster.class);
        assertThat(profile.patience().poll()).isLessThanOrEqualTo(Duration.ofMillis(200));
        assertThat(profile.buckets()).containsExactly("raw", "trusted", "refined", "warehouse", "code", "logs");
        assertThat(Configuration.of(profile)).isEmpty();
        profile.requireFilledIn();
    }

    @Test
    void theProfileOfAwsSaysWhatIsLeftToFillIn() {
        ProfileFile file = ProfileFile.read(HOME.resolve("profiles/aws.properties"), HOME);

        assertThat(file.variables()).isEmpty();
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> file.profile(Map.of(), Optional.empty()).requireFilledIn())
                .withMessageContaining("aws.properties")
                .withMessageContaining("bucket.raw, ")
                .withMessageContaining("emr.subnet")
                .withMessageContaining("source.url")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("serverless."));
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() ->
                        file.profile(Map.of(), Optional.of(Via.EMR_SERVERLESS)).requireFilledIn())
                .withMessageContaining("serverless.execution-role")
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("emr.subnet"));
    }

    @Test
    void theCatalogOfAwsIsGlueForBothServices() {
        ProfileFile file = ProfileFile.read(HOME.resolve("profiles/aws.properties"), HOME);
        String factory = "com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory";

        assertThat(Configuration.of(file.profile(Map.of(), Optional.of(Via.EMR))))
                .anySatisfy(configuration -> {
                    assertThat(configuration.classification()).isEqualTo("spark-hive-site");
                    assertThat(configuration.properties())
                            .containsEntry("hive.metastore.client.factory.class", factory);
                });
        assertThat(Configuration.of(file.profile(Map.of(), Optional.of(Via.EMR_SERVERLESS))))
                .singleElement()
                .satisfies(configuration -> {
                    assertThat(configuration.classification()).isEqualTo("spark-defaults");
                    assertThat(configuration.properties())
                            .containsEntry("spark.hadoop.hive.metastore.client.factory.class", factory)
                            .containsEntry("spark.sql.session.timeZone", "UTC");
                });
    }

    @Test
    void whatIsWrongIsToldWithTheFileAndTheKey() throws IOException {
        assertRefused("regoin = us-east-1", "regoin is not a key of a profile");
        assertRefused("region =", "region is missing");
        assertRefused("deploy-mode = yarn", "deploy-mode has to be one of client, cluster, and not yarn");
        assertRefused("via = glue", "via has to be one of emr, emr-serverless, and not glue");
        assertRefused("emr.core-count = two", "emr.core-count is no whole number: two");
        assertRefused("emr.core-count = 0", "emr.core-count has to be at least 1, and not 0");
        assertRefused("log-uri = logs", "log-uri has to be a folder, s3://bucket/folder/, and not logs");
        assertRefused(
                "athena.results = results", "athena.results has to be a folder, s3://bucket/folder/, and not results");
        assertRefused("source.password-file = /etc/password", "source.password-file has to be s3://bucket/key");
        assertRefused("endpoint = ${laguna.port}", "endpoint knows no variable ${laguna.port}");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.properties");

        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(() -> ProfileFile.read(missing, HOME))
                .withMessage("There is no profile " + missing + ".");
    }

    @Test
    void propertiesOfSparkAndOtherMemoryReachEveryJob() throws IOException {
        Profile profile = read("spark.conf.spark.sql.shuffle.partitions = 8", "local")
                .profile(LAKE, Optional.empty())
                .withConf("spark.driver.memory", "3g");

        assertThat(profile.jobs().conf())
                .containsExactly(
                        Map.entry("spark.driver.memory", "3g"), Map.entry("spark.sql.shuffle.partitions", "8"));
    }

    @Test
    void queriesHaveTheirWorkgroupAndABucketForResultsThatIsMade() throws IOException {
        assertThat(read("athena.workgroup =\nathena.results =", "local")
                        .profile(LAKE, Optional.empty())
                        .queries())
                .isEqualTo(new QuerySettings("primary", "s3://refined/athena/"));

        Profile profile = read("athena.workgroup = analysts\nathena.results = s3://answers/covid", "local")
                .profile(LAKE, Optional.empty());
        assertThat(profile.queries()).isEqualTo(new QuerySettings("analysts", "s3://answers/covid/"));
        assertThat(profile.buckets()).contains("answers");
    }

    @Test
    void aPasswordIsInNoText() {
        Profile profile = ProfileFile.read(HOME.resolve("profiles/local.properties"), HOME)
                .profile(LAKE, Optional.empty());

        assertThat(profile.passwordToStore()).isPresent();
        assertThat(profile.toString()).doesNotContain(profile.passwordToStore().orElseThrow());
    }

    private void assertRefused(String line, String message) throws IOException {
        ThrowingRead read = () -> read(line, "local").profile(LAKE, Optional.empty());
        assertThatExceptionOfType(ProfileException.class)
                .isThrownBy(read::run)
                .withMessageContaining(folder.resolve("profile.properties") + ": " + message);
    }

    private interface ThrowingRead {
        void run() throws IOException;
    }

    /** Reads a shipped profile with one more line, which wins over an earlier one. */
    private ProfileFile read(String line, String shipped) throws IOException {
        Path file = folder.resolve("profile.properties");
        List<String> lines = Files.readAllLines(HOME.resolve("profiles/" + shipped + ".properties"));
        Files.write(file, lines);
        Files.writeString(file, Files.readString(file) + "\n" + line + "\n");
        return ProfileFile.read(file, HOME);
    }
}
