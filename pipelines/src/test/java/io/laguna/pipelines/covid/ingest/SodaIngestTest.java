package io.laguna.pipelines.covid.ingest;

import static io.laguna.pipelines.covid.ingest.SodaServer.droppedConnection;
import static io.laguna.pipelines.covid.ingest.SodaServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.pipelines.covid.ingest.IngestOutcome.AlreadyThere;
import io.laguna.pipelines.covid.ingest.IngestOutcome.Landed;
import io.laguna.pipelines.covid.ingest.IngestProgress.Advance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

final class SodaIngestTest {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    private static final Instant NOW = Instant.parse("2026-11-21T05:30:18Z");
    private static final String FOLDER = "covid/cases/delivery=2026-11-21T053018/";
    private static final int ROWS = 2500;

    @TempDir
    private Path folder;

    private final List<Duration> waited = new ArrayList<>();
    private SodaServer server;
    private Ingest ingest;
    private SodaQuery query;

    @BeforeEach
    void start() throws Exception {
        server = new SodaServer(TestCsv.cases(CaseHeader.SODA, ROWS, 1));
        ingest = new Ingest(S3.client(), S3.bucket(), Clock.fixed(NOW, ZoneOffset.UTC), waited::add);
        query = SodaQuery.colombianCases()
                .withBase(server.base())
                .withPageSize(1000)
                .withMaxAttempts(4);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void landsEveryPageAsAFileOfItsOwn() {
        List<Advance> advances = new ArrayList<>();

        IngestOutcome outcome = ingest.land(query, advances::add);

        assertThat(outcome).isInstanceOf(Landed.class);
        Manifest manifest = outcome.manifest();
        assertThat(manifest.origin()).isEqualTo(Origin.SODA);
        assertThat(manifest.header()).isEqualTo(CaseHeader.SODA);
        assertThat(manifest.source()).isEqualTo(server.base() + "/resource/gt2j-8ykr.csv?$order=id_de_caso");
        assertThat(manifest.rows()).isEqualTo(ROWS);
        assertThat(manifest.files()).extracting(LandedFile::rows).containsExactly(1000L, 1000L, 500L);
        assertThat(S3.keys())
                .containsExactly(
                        FOLDER + "_manifest.json",
                        FOLDER + "page-000000000.csv",
                        FOLDER + "page-000001000.csv",
                        FOLDER + "page-000002000.csv");
        assertThat(server.asked())
                .containsExactly(
                        "$select=count(*)",
                        "$limit=1000&$offset=0&$order=id_de_caso",
                        "$limit=1000&$offset=1000&$order=id_de_caso",
                        "$limit=500&$offset=2000&$order=id_de_caso");
        assertThat(advances).extracting(Advance::rows).containsExactly(1000L, 2000L, 2500L);
        assertThat(advances).extracting(Advance::totalRows).containsOnly(OptionalLong.of(ROWS));
    }

    @Test
    void thePagesTogetherAreTheDataset() throws Exception {
        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        StringBuilder joined = new StringBuilder(new String(TestCsv.header(CaseHeader.SODA), UTF_8));
        for (LandedFile page : manifest.files()) {
            String text = new String(S3.bytes(page.key()), UTF_8);
            joined.append(text.substring(text.indexOf('\n') + 1));
        }
        assertThat(joined.toString()).isEqualTo(new String(TestCsv.cases(CaseHeader.SODA, ROWS, 1), UTF_8));
    }

    @Test
    void aShortPageDoesNotEndIt() {
        server.cutPagesTo(700);

        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        assertThat(manifest.rows()).isEqualTo(ROWS);
        assertThat(manifest.files()).extracting(LandedFile::rows).containsExactly(700L, 700L, 700L, 400L);
    }

    @Test
    void faultsThatPassAreWaitedOut() {
        server.nextTime(
                status(500, "internal"),
                status(503, ""),
                droppedConnection(),
                status(200, "[{\"count\":\"" + ROWS + "\"}]"),
                status(429, "slow down", "Retry-After", "17"));

        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        assertThat(manifest.rows()).isEqualTo(ROWS);
        assertThat(waited).hasSize(4);
        assertThat(waited.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(waited.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(waited.get(2)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(waited.get(3)).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void aRefusalIsNotRepeatedAndSaysWhatTheServerSaid() {
        server.nextTime(status(403, "{\"message\": \"Invalid app_token specified\"}"));

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> ingest.land(query.withAppToken(new AppToken("s3cr3t")), IngestProgress.SILENT))
                .withMessageContaining("403")
                .withMessageContaining("Invalid app_token specified")
                .withMessageNotContaining("s3cr3t");
        assertThat(waited).isEmpty();
        assertThat(server.lastToken()).contains("s3cr3t");
    }

    @Test
    void aFaultThatStaysEndsItAfterAllAttempts() {
        server.nextTime(status(500, "a"), status(500, "b"), status(500, "c"), status(502, "<html>bad gateway"));

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> ingest.land(query, IngestProgress.SILENT))
                .withMessageContaining("failed 4 times")
                .withMessageContaining("502")
                .withMessageContaining("bad gateway");
        assertThat(S3.keys()).isEmpty();
    }

    @Test
    void aServerThatAsksToWaitForHoursIsNotWaitedFor() {
        server.nextTime(status(429, "quota", "Retry-After", "7200"));

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> ingest.land(query, IngestProgress.SILENT))
                .withMessageContaining("7200 s");
        assertThat(waited).isEmpty();
    }

    @Test
    void anInterruptedDownloadGoesOnAtTheNextPage() {
        interruptAfter(2);
        assertThat(new DeliveryCatalog(S3.client(), S3.bucket()).deliveries()).isEmpty();
        int before = server.asked().size();

        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        assertThat(server.asked().subList(before, server.asked().size()))
                .containsExactly("$select=count(*)", "$limit=500&$offset=2000&$order=id_de_caso");
        assertThat(manifest.rows()).isEqualTo(ROWS);
        assertThat(manifest.delivery()).isEqualTo("2026-11-21T053018");
        assertThat(S3.keys()).hasSize(4);
    }

    @Test
    void aFileLandedInBetweenCostsNoPageAndTheDownloadIsTheLaterDelivery() throws Exception {
        interruptAfter(2);
        Path file = Files.write(folder.resolve("a.csv"), TestCsv.cases(CaseHeader.CURRENT, 10, 5));
        Manifest between =
                ingest.land(CaseFiles.at(file), IngestProgress.SILENT).get(0).manifest();
        int before = server.asked().size();

        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        assertThat(server.asked()).hasSize(before + 2);
        assertThat(manifest.delivery()).isGreaterThan(between.delivery());
        assertThat(manifest.files())
                .allSatisfy(page -> assertThat(S3.bytes(page.key())).hasSize((int) page.bytes()));
        assertThat(S3.keys()).hasSize(2 + 4);
    }

    @Test
    void aDatasetThatGrewMeanwhileIsDownloadedFromTheStart() {
        interruptAfter(2);
        server.add(",999999" + ",".repeat(21));

        Manifest manifest = ingest.land(query, IngestProgress.SILENT).manifest();

        assertThat(manifest.rows()).isEqualTo(ROWS + 1);
        assertThat(server.asked()).contains("$limit=501&$offset=2000&$order=id_de_caso");
        assertThat(S3.keys()).hasSize(4);
    }

    @Test
    void anotherQueryStartsOver() {
        interruptAfter(2);
        int before = server.asked().size();

        Manifest manifest = ingest.land(query.withWhere("edad > '5'"), IngestProgress.SILENT)
                .manifest();

        assertThat(server.asked().get(before + 1)).contains("$offset=0");
        assertThat(manifest.rows()).isEqualTo(ROWS);
        assertThat(S3.keys()).hasSize(4);
    }

    @Test
    void noMoreRowsThanAskedForAreLanded() {
        Manifest manifest =
                ingest.land(query.withMaxRows(1200), IngestProgress.SILENT).manifest();

        assertThat(manifest.files()).extracting(LandedFile::rows).containsExactly(1000L, 200L);
    }

    @Test
    void theSameDataDownloadedAgainIsRecognised() {
        Manifest first = ingest.land(query, IngestProgress.SILENT).manifest();

        IngestOutcome second = ingest.land(query, IngestProgress.SILENT);

        assertThat(second).isEqualTo(new AlreadyThere(first));
        assertThat(S3.keys()).hasSize(4);
    }

    @Test
    void fewerRowsThanAnnouncedAreNotLanded() {
        server.overstateBy(10);

        assertThatExceptionOfType(IngestException.class)
                .isThrownBy(() -> ingest.land(query, IngestProgress.SILENT))
                .withMessageContaining("announced 2510 rows and gave 2500");
        assertThat(S3.keys()).isEmpty();
    }

    @Test
    void aConditionGoesIntoEveryRequest() {
        ingest.land(query.withWhere("sexo = 'F' & edad > '5'").withMaxRows(5), IngestProgress.SILENT);

        assertThat(server.asked())
                .containsExactly(
                        "$select=count(*)&$where=sexo = 'F' & edad > '5'",
                        "$limit=5&$offset=0&$order=id_de_caso&$where=sexo = 'F' & edad > '5'");
    }

    @Test
    void aPageThatIsNoCaseCsvIsRefused() {
        server.nextTime(status(200, "[{\"count\":\"10\"}]"), status(200, "<html>\nmaintenance\n</html>\n"));

        assertThatExceptionOfType(UnknownHeaderException.class)
                .isThrownBy(() -> ingest.land(query, IngestProgress.SILENT))
                .withMessageContaining("offset=0");
    }

    private void interruptAfter(int pages) {
        List<Advance> advances = new ArrayList<>();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> ingest.land(query, advance -> {
                    advances.add(advance);
                    if (advances.size() == pages) {
                        throw new IllegalStateException("pulled the plug");
                    }
                }));
    }
}
