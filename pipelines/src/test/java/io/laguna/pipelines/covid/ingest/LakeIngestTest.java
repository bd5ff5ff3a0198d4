package io.laguna.pipelines.covid.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.laguna.pipelines.covid.ingest.IngestOutcome.AlreadyThere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LakeIngestTest {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    @TempDir
    private Path folder;

    private LakeIngest ingest;

    @BeforeEach
    void useTheBucketOfThisTest() {
        ingest = new LakeIngest(S3.client(), S3.bucket(), Clock.systemUTC());
    }

    @Test
    void publishedCasesReplaceTheSample() throws IOException {
        ingest.land(sample(1), IngestProgress.SILENT);

        CaseArrival arrival = ingest.land(published(2), IngestProgress.SILENT);

        assertThat(arrival.replaced()).extracting(Manifest::origin).containsExactly(Origin.GENERATED);
        assertThat(origins()).containsExactly(Origin.FILE);
    }

    @Test
    void aSampleIsRefusedWherePublishedCasesAre() throws IOException {
        ingest.land(published(1), IngestProgress.SILENT);
        CaseFiles sample = sample(2);

        assertThatExceptionOfType(PublishedCasesException.class)
                .isThrownBy(() -> ingest.land(sample, IngestProgress.SILENT))
                .withMessageContaining("The lake holds published cases (" + folder);
        assertThatExceptionOfType(PublishedCasesException.class).isThrownBy(ingest::requireRoomForSample);
        assertThat(origins()).containsExactly(Origin.FILE);
    }

    @Test
    void anotherSampleReplacesTheOneThatIsThere() throws IOException {
        ingest.land(sample(1), IngestProgress.SILENT);

        CaseArrival arrival = ingest.land(sample(2), IngestProgress.SILENT);

        assertThat(arrival.replaced()).hasSize(1);
        assertThat(origins()).containsExactly(Origin.GENERATED);
    }

    @Test
    void theSameSampleAgainStays() throws IOException {
        ingest.land(sample(1), IngestProgress.SILENT);

        CaseArrival arrival = ingest.land(sample(1), IngestProgress.SILENT);

        assertThat(arrival.outcomes()).singleElement().isInstanceOf(AlreadyThere.class);
        assertThat(arrival.replaced()).isEmpty();
        assertThat(origins()).containsExactly(Origin.GENERATED);
    }

    private CaseFiles sample(long seed) throws IOException {
        return CaseFiles.generated(csv("sample-" + seed, seed), "generated: seed " + seed);
    }

    private CaseFiles published(long seed) throws IOException {
        return CaseFiles.at(csv("published-" + seed, seed));
    }

    private Path csv(String name, long seed) throws IOException {
        return Files.write(folder.resolve(name + ".csv"), TestCsv.cases(CaseHeader.CURRENT, 20, seed));
    }

    private static List<Origin> origins() {
        return new DeliveryCatalog(S3.client(), S3.bucket())
                .deliveries().stream().map(Manifest::origin).toList();
    }
}
