package io.laguna.pipelines.covid.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RealReleasesTest {
    @RegisterExtension
    static final LocalS3 S3 = new LocalS3();

    @Test
    void theReleaseOf13July2020IsLandedOutOfItsZip() {
        Manifest manifest = land("covid/v21_CasosColombia_13Julio2020.csv.zip");

        assertThat(manifest.header()).isEqualTo(CaseHeader.JULY_2020);
        assertThat(manifest.rows()).isEqualTo(154_277);
        assertThat(manifest.bytes()).isEqualTo(28_810_714);
        assertThat(manifest.multiline()).isFalse();
        assertThat(S3.bytes(manifest.files().get(0).key())).hasSize(28_810_714);
    }

    @Test
    void theFirstThousandCasesAreLandedUnderTheCurrentHeader() {
        Manifest manifest = land("covid/v23_Casos_positivos_de_COVID-19_en_Colombia-1K.csv");

        assertThat(manifest.header()).isEqualTo(CaseHeader.CURRENT);
        assertThat(manifest.rows()).isEqualTo(1000);
    }

    private Manifest land(String name) {
        Path file = Path.of(
                        Optional.ofNullable(System.getenv("LAGUNA_REAL_DATA")).orElse("../../shared/data"))
                .resolve(name);
        assumeTrue(Files.exists(file), () -> "Skipped: there is no real release at " + file.toAbsolutePath());
        return new Ingest(S3.client(), S3.bucket(), Clock.systemUTC())
                .land(CaseFiles.at(file), IngestProgress.SILENT)
                .get(0)
                .manifest();
    }
}
