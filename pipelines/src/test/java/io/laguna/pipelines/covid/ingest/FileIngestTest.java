package io.laguna.pipelines.covid.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.pipelines.covid.ingest.IngestOutcome.AlreadyThere;
import io.laguna.pipelines.covid.ingest.IngestOutcome.Landed;
import io.laguna.pipelines.covid.ingest.IngestProgress.Advance;
import io.laguna.pipelines.covid.ingest.IngestProgress.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;

final class FileIngestTest {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    private static final Instant NOW = Instant.parse("2026-11-21T05:30:18.700Z");
    private static final String FOLDER = "covid/cases/delivery=2026-11-21T053018/";

    @TempDir
    private Path folder;

    private Ingest ingest;

    @BeforeEach
    void useTheBucketOfThisTest() {
        ingest = new Ingest(S3.client(), S3.bucket(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource(CaseHeader.class)
    void landsTheBytesOfAFileUnchangedWithAManifest(CaseHeader header) throws Exception {
        byte[] csv = TestCsv.cases(header, 300, 1);
        Path file = write("Casos 2020 ñ.csv", csv);

        Manifest manifest = landed(file).get(0);

        String key = FOLDER + "Casos_2020_.csv";
        assertThat(S3.bytes(key)).isEqualTo(csv);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        assertThat(manifest)
                .isEqualTo(new Manifest(
                        "2026-11-21T053018",
                        Origin.FILE,
                        file.toString(),
                        300,
                        header,
                        header.columns(),
                        false,
                        List.of(new LandedFile(key, 300, csv.length, sha256)),
                        NOW));
        assertThat(new DeliveryCatalog(S3.client(), S3.bucket()).deliveries()).containsExactly(manifest);
    }

    @Test
    void theManifestIsTheJsonThatReadersExpect() throws Exception {
        landed(write("cases.csv", TestCsv.cases(CaseHeader.JULY_2020, 10, 1)));

        JsonNode json = new ObjectMapper().readTree(S3.bytes(FOLDER + "_manifest.json"));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "delivery", "origin", "source", "rows", "header", "columns", "multiline", "files", "landed_at");
        assertThat(json.get("origin").asText()).isEqualTo("file");
        assertThat(json.get("header").asText()).isEqualTo("JULY_2020");
        assertThat(json.get("columns").get(4).asText()).isEqualTo("Departamento o Distrito ");
        assertThat(json.get("landed_at").asText()).isEqualTo("2026-11-21T05:30:18.700Z");
        assertThat(json.get("files").get(0).fieldNames())
                .toIterable()
                .containsExactly("key", "rows", "bytes", "sha256");
    }

    @Test
    void contentLandedBeforeIsRecognisedInEveryPackingAndUnderEveryName() throws Exception {
        byte[] csv = TestCsv.cases(CaseHeader.CURRENT, 100, 1);
        Manifest first = landed(write("a.csv", csv)).get(0);
        Path zipped = folder.resolve("c.zip");
        TestCsv.zip(zipped, "inner.csv", csv);

        for (Path again : List.of(write("a.csv", csv), write("b.csv.gz", TestCsv.gzip(csv)), zipped)) {
            assertThat(land(again)).containsExactly(new AlreadyThere(first));
        }
        assertThat(S3.keys()).containsExactly(FOLDER + "_manifest.json", FOLDER + "a.csv");
    }

    @Test
    void aZipLandsItsCsvAndNothingOfTheJunkBesideIt() throws Exception {
        byte[] csv = TestCsv.cases(CaseHeader.MAY_2020, 100, 1);
        Path zipped = folder.resolve("release.zip");
        TestCsv.zip(zipped, "casos.csv", csv);

        landed(zipped);

        assertThat(S3.keys()).containsExactly(FOLDER + "_manifest.json", FOLDER + "casos.csv");
        assertThat(S3.bytes(FOLDER + "casos.csv")).isEqualTo(csv);
    }

    @Test
    void filesOfAFolderBecomeDeliveriesInOrderOfNameEvenInTheSameSecond() throws Exception {
        Path releases = Files.createDirectory(folder.resolve("releases"));
        Files.write(releases.resolve("b.csv.gz"), TestCsv.gzip(TestCsv.cases(CaseHeader.JULY_2020, 20, 2)));
        Files.write(releases.resolve("c.csv"), TestCsv.cases(CaseHeader.CURRENT, 30, 3));
        TestCsv.zip(releases.resolve("a.zip"), "a.csv", TestCsv.cases(CaseHeader.MAY_2020, 10, 1));
        Files.write(releases.resolve("._c.csv"), new byte[] {1});
        Files.writeString(releases.resolve("notes.txt"), "not a case file");

        List<Manifest> manifests = landed(releases);

        assertThat(manifests)
                .extracting(Manifest::delivery)
                .containsExactly("2026-11-21T053018", "2026-11-21T053019", "2026-11-21T053020");
        assertThat(manifests).extracting(Manifest::rows).containsExactly(10L, 20L, 30L);
    }

    @Test
    void aDeliveryIsLaterThanAllBeforeEvenIfTheClockWasSetBack() throws Exception {
        landed(write("a.csv", TestCsv.cases(CaseHeader.CURRENT, 10, 1)));
        Clock yesterday = Clock.fixed(NOW.minusSeconds(86_400), ZoneOffset.UTC);

        List<IngestOutcome> outcomes = new Ingest(S3.client(), S3.bucket(), yesterday)
                .land(CaseFiles.at(write("b.csv", TestCsv.cases(CaseHeader.CURRENT, 10, 2))), IngestProgress.SILENT);

        assertThat(outcomes.get(0).manifest().delivery()).isEqualTo("2026-11-21T053019");
    }

    @Test
    void columnsMayStandInAnyOrderAndAByteOrderMarkDoesNotCount() throws Exception {
        List<String> columns = new ArrayList<>(CaseHeader.INS.columns());
        Collections.reverse(columns);
        byte[] csv = ("\ufeff" + String.join(",", columns) + "\r\n" + ",".repeat(12) + "\r\n").getBytes(UTF_8);

        Manifest manifest = landed(write("a.csv", csv)).get(0);

        assertThat(manifest.header()).isEqualTo(CaseHeader.INS);
        assertThat(manifest.columns()).isEqualTo(columns);
        assertThat(manifest.rows()).isEqualTo(1);
        assertThat(S3.bytes(manifest.files().get(0).key())).isEqualTo(csv);
    }

    @Test
    void aLineBreakInsideQuotesIsNoNewRecord() throws Exception {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        csv.write(TestCsv.header(CaseHeader.INS));
        csv.write(("1,\"two\nlines\"" + ",".repeat(11) + "\n\n2" + ",".repeat(12)).getBytes(UTF_8));

        Manifest manifest = landed(write("a.csv", csv.toByteArray())).get(0);

        assertThat(manifest.rows()).isEqualTo(2);
        assertThat(manifest.multiline()).isTrue();
    }

    @Test
    void leftoversOfARunThatDiedAreClearedByTheNext() throws Exception {
        put("covid/cases/delivery=2026-11-20T010101/half.csv");
        put("covid/cases/delivery=mine/kept.csv");
        S3.client().createMultipartUpload(request -> request.bucket(S3.bucket())
                .key("covid/cases/delivery=2026-11-20T010101/big.csv"));

        landed(write("a.csv", TestCsv.cases(CaseHeader.CURRENT, 10, 1)));

        assertThat(S3.keys())
                .containsExactly(FOLDER + "_manifest.json", FOLDER + "a.csv", "covid/cases/delivery=mine/kept.csv");
        assertThat(S3.uploadsInProgress()).isZero();
    }

    @Test
    void aFileOfManyPartsArrivesWholeAndReportsItsProgress() throws Exception {
        byte[] csv = TestCsv.cases(CaseHeader.CURRENT, 220_000, 1);
        assertThat(csv.length).isGreaterThan(2 * Upload.PART_BYTES);
        List<Advance> advances = new ArrayList<>();

        IngestOutcome outcome = ingest.land(CaseFiles.at(write("big.csv.gz", TestCsv.gzip(csv))), advances::add)
                .get(0);

        assertThat(S3.bytes(outcome.manifest().files().get(0).key())).isEqualTo(csv);
        assertThat(advances)
                .filteredOn(advance -> advance.stage() == Stage.LANDING)
                .hasSize(3);
        assertThat(advances).last().satisfies(last -> {
            assertThat(last.rows()).isEqualTo(220_000);
            assertThat(last.bytes()).isEqualTo(csv.length);
        });
    }

    @Test
    void anUploadThatFailsHalfWayIsAbortedAndNothingIsVisible() throws Exception {
        Path file = write("big.csv", TestCsv.cases(CaseHeader.CURRENT, 220_000, 1));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ingest.land(CaseFiles.at(file), advance -> {
                    if (advance.stage() == Stage.LANDING) {
                        throw new IllegalStateException("no disk");
                    }
                }));

        assertThat(S3.uploadsInProgress()).isZero();
        assertThat(new DeliveryCatalog(S3.client(), S3.bucket()).deliveries()).isEmpty();
        assertThat(landed(file)).hasSize(1);
    }

    @Test
    void aFileThatChangesBetweenCheckAndUploadIsNotLanded() throws Exception {
        Path file = write("a.csv", TestCsv.cases(CaseHeader.CURRENT, 100, 1));
        byte[] changed = TestCsv.cases(CaseHeader.CURRENT, 100, 2);

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> ingest.land(CaseFiles.at(file), advance -> rewrite(file, changed)))
                .withMessageContaining("changed while it was read");
        assertThat(S3.keys()).isEmpty();
    }

    @Test
    void aRemovedDeliveryIsGoneAndItsContentCanBeLandedAgain() throws Exception {
        DeliveryCatalog catalog = new DeliveryCatalog(S3.client(), S3.bucket());
        Path sample = write("sample.csv", TestCsv.cases(CaseHeader.CURRENT, 10, 1));
        Manifest generated = ingest.land(CaseFiles.generated(sample, "generated: seed 1"), IngestProgress.SILENT)
                .get(0)
                .manifest();
        Manifest other =
                landed(write("b.csv", TestCsv.cases(CaseHeader.CURRENT, 10, 2))).get(0);
        assertThat(generated.origin()).isEqualTo(Origin.GENERATED);
        assertThat(generated.source()).isEqualTo("generated: seed 1");

        catalog.remove(generated.delivery());
        catalog.remove(generated.delivery());

        assertThat(catalog.deliveries()).containsExactly(other);
        assertThat(landed(sample).get(0).delivery()).isGreaterThan(other.delivery());
    }

    private List<IngestOutcome> land(Path path) {
        return ingest.land(CaseFiles.at(path), IngestProgress.SILENT);
    }

    private List<Manifest> landed(Path path) {
        List<IngestOutcome> outcomes = land(path);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Landed.class));
        return outcomes.stream().map(IngestOutcome::manifest).toList();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private void put(String key) {
        S3.client().putObject(request -> request.bucket(S3.bucket()).key(key), RequestBody.fromString("x"));
    }

    private static void rewrite(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
