package io.laguna.emulator.s3.kept;

import static io.laguna.emulator.s3.ServedS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.ServedS3;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AccelerateConfiguration;
import software.amazon.awssdk.services.s3.model.AnalyticsConfiguration;
import software.amazon.awssdk.services.s3.model.BucketLoggingStatus;
import software.amazon.awssdk.services.s3.model.IntelligentTieringConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.MetricsConfiguration;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Tests of settings that are kept and answered: what is put, and what comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptSettingsTest {
    private static final String BUCKET = "kept";

    /** How documents of a kind are read, put and got again. */
    private record Setting<T extends SdkPojo>(
            Supplier<? extends SdkBuilder<?, T>> builder, BiConsumer<S3Client, T> put, Supplier<SdkPojo> get) {
        void put(S3Client client, String json) {
            put.accept(client, ShapeJson.read(json, builder.get()));
        }

        /** Checks that what is got again is what a document says. */
        void assertKept(String json) {
            assertThat((Object) ShapeJson.read(ShapeJson.write(get.get()), builder.get()))
                    .isEqualTo(ShapeJson.read(json, builder.get()));
        }
    }

    private record Case(String kind, String document, String answer) {}

    private final Map<String, Setting<?>> settings = Map.of(
            "logging",
            new Setting<>(
                    BucketLoggingStatus::builder,
                    (client, given) -> client.putBucketLogging(
                            request -> request.bucket(BUCKET).bucketLoggingStatus(given)),
                    () -> s3().getBucketLogging(request -> request.bucket(BUCKET))),
            "website",
            new Setting<>(
                    WebsiteConfiguration::builder,
                    (client, given) -> client.putBucketWebsite(
                            request -> request.bucket(BUCKET).websiteConfiguration(given)),
                    () -> s3().getBucketWebsite(request -> request.bucket(BUCKET))),
            "acceleration",
            new Setting<>(
                    AccelerateConfiguration::builder,
                    (client, given) -> client.putBucketAccelerateConfiguration(
                            request -> request.bucket(BUCKET).accelerateConfiguration(given)),
                    () -> s3().getBucketAccelerateConfiguration(request -> request.bucket(BUCKET))),
            "metrics",
            new Setting<>(
                    MetricsConfiguration::builder,
                    (client, given) -> client.putBucketMetricsConfiguration(
                            request -> request.bucket(BUCKET).id("one").metricsConfiguration(given)),
                    () -> s3().getBucketMetricsConfiguration(
                                    request -> request.bucket(BUCKET).id("one"))
                            .metricsConfiguration()),
            "analytics",
            new Setting<>(
                    AnalyticsConfiguration::builder,
                    (client, given) -> client.putBucketAnalyticsConfiguration(
                            request -> request.bucket(BUCKET).id("one").analyticsConfiguration(given)),
                    () -> s3().getBucketAnalyticsConfiguration(
                                    request -> request.bucket(BUCKET).id("one"))
                            .analyticsConfiguration()),
            "inventory",
            new Setting<>(
                    InventoryConfiguration::builder,
                    (client, given) -> client.putBucketInventoryConfiguration(
                            request -> request.bucket(BUCKET).id("one").inventoryConfiguration(given)),
                    () -> s3().getBucketInventoryConfiguration(
                                    request -> request.bucket(BUCKET).id("one"))
                            .inventoryConfiguration()),
            "tiering",
            new Setting<>(
                    IntelligentTieringConfiguration::builder,
                    (client, given) -> client.putBucketIntelligentTieringConfiguration(
                            request -> request.bucket(BUCKET).id("one").intelligentTieringConfiguration(given)),
                    () -> s3().getBucketIntelligentTieringConfiguration(
                                    request -> request.bucket(BUCKET).id("one"))
                            .intelligentTieringConfiguration()));

    private ServedS3 served;
    private S3Client s3;

    @BeforeEach
    void open(@TempDir Path folder) {
        served = new ServedS3(folder, Clock.systemUTC());
        s3 = served.client();
        s3.createBucket(request -> request.bucket("logs"));
        s3.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterEach
    void close() {
        s3.close();
        served.close();
    }

    private S3Client s3() {
        return s3;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSettingIsKeptOrRefused(Case each) {
        Setting<?> setting = settings.get(each.kind());
        if (!each.answer().equals("kept")) {
            // The SDK's client sends no document without what is required.
            assertRefused(() -> setting.put(served.direct(), each.document()), 400, each.answer());
            return;
        }
        setting.put(s3, each.document());

        setting.assertKept(each.document());
    }

    static List<Case> cases() throws IOException {
        try (InputStream cases = KeptSettingsTest.class.getResourceAsStream("settings.txt")) {
            return new String(cases.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Case(parts[0].strip(), parts[1].strip(), parts[2].strip()))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "analytics", "inventory", "tiering"})
    void aConfigurationThatWasNeverPutIsNotThere(String kind) {
        assertRefused(() -> assertThat(settings.get(kind).get().get()).isNotNull(), 404, "NoSuchConfiguration");
    }

    @Test
    void configurationsAreListedInPagesAndDeleted() {
        IntStream.range(0, 101).forEach(number -> metrics(String.format("id-%03d", number)));

        ListBucketMetricsConfigurationsResponse first =
                s3.listBucketMetricsConfigurations(request -> request.bucket(BUCKET));
        assertThat(first.metricsConfigurationList())
                .hasSize(100)
                .first()
                .extracting(MetricsConfiguration::id)
                .isEqualTo("id-000");
        assertThat(first.isTruncated()).isTrue();
        ListBucketMetricsConfigurationsResponse second = s3.listBucketMetricsConfigurations(
                request -> request.bucket(BUCKET).continuationToken(first.nextContinuationToken()));
        assertThat(second.metricsConfigurationList())
                .extracting(MetricsConfiguration::id)
                .containsExactly("id-100");
        assertThat(second.isTruncated()).isFalse();

        s3.deleteBucketMetricsConfiguration(request -> request.bucket(BUCKET).id("id-100"));

        assertRefused(
                () -> s3.deleteBucketMetricsConfiguration(
                        request -> request.bucket(BUCKET).id("id-100")),
                404,
                "NoSuchConfiguration");
        assertThat(s3.listBucketMetricsConfigurations(request -> request.bucket(BUCKET))
                        .isTruncated())
                .isFalse();
        assertRefused(
                () -> s3.listBucketMetricsConfigurations(
                        request -> request.bucket(BUCKET).continuationToken("other")),
                400,
                "InvalidArgument");
    }

    @Test
    void configurationsThatComeAtOnceAreAllKept() {
        IntStream.range(0, 16).parallel().forEach(number -> metrics("id-" + number));

        assertThat(s3.listBucketMetricsConfigurations(request -> request.bucket(BUCKET))
                        .metricsConfigurationList())
                .hasSize(16);
    }

    @Test
    void everySettingGoesWithItsBucket() {
        settings.get("logging").put(s3, "{\"LoggingEnabled\": {\"TargetBucket\": \"logs\", \"TargetPrefix\": \"a/\"}}");
        settings.get("website").put(s3, "{\"IndexDocument\": {\"Suffix\": \"index.html\"}}");
        settings.get("acceleration").put(s3, "{\"Status\": \"Enabled\"}");
        metrics("one");
        s3.deleteBucket(request -> request.bucket(BUCKET));
        s3.createBucket(request -> request.bucket(BUCKET));

        assertThat(s3.getBucketLogging(request -> request.bucket(BUCKET)).loggingEnabled())
                .isNull();
        assertRefused(() -> s3.getBucketWebsite(request -> request.bucket(BUCKET)), 404, "NoSuchWebsiteConfiguration");
        assertThat(s3.getBucketAccelerateConfiguration(request -> request.bucket(BUCKET))
                        .statusAsString())
                .isNull();
        assertThat(s3.listBucketMetricsConfigurations(request -> request.bucket(BUCKET))
                        .metricsConfigurationList())
                .isEmpty();
    }

    @Test
    void aWebsiteIsDeletedAndANameWithPeriodsIsNotAccelerated() {
        settings.get("website").put(s3, "{\"IndexDocument\": {\"Suffix\": \"index.html\"}}");
        s3.deleteBucketWebsite(request -> request.bucket(BUCKET));
        s3.deleteBucketWebsite(request -> request.bucket(BUCKET));
        s3.createBucket(request -> request.bucket("with.periods"));

        assertRefused(() -> s3.getBucketWebsite(request -> request.bucket(BUCKET)), 404, "NoSuchWebsiteConfiguration");
        assertRefused(
                () -> s3.putBucketAccelerateConfiguration(request -> request.bucket("with.periods")
                        .accelerateConfiguration(configuration -> configuration.status("Enabled"))),
                400,
                "InvalidRequest");
    }

    private void metrics(String id) {
        s3.putBucketMetricsConfiguration(
                request -> request.bucket(BUCKET).id(id).metricsConfiguration(configuration -> configuration.id(id)));
    }
}
