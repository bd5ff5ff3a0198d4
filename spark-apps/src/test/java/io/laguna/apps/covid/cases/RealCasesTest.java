package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laguna.apps.SparkTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the files that the Instituto Nacional de Salud published, where they are at hand. */
@Tag("slow")
@ExtendWith(SparkTest.class)
class RealCasesTest {

    @TempDir
    Path folder;

    private Path real;
    private Landing landing;
    private SparkSession spark;

    @BeforeEach
    void find(SparkSession session) {
        real = Path.of(Optional.ofNullable(System.getenv("LAGUNA_REAL_DATA")).orElse("../../shared/data"), "covid");
        assumeTrue(Files.isDirectory(real), () -> "No real case files in " + real.toAbsolutePath());
        landing = new Landing(folder.resolve("raw"));
        spark = session;
    }

    @Test
    void theCasesOfJuly2020AreAllThereAndEachDepartmentHasItsDistrict() throws IOException {
        landJuly();

        CleanSummary summary = clean();

        assertThat(summary.rowsIn()).isEqualTo(154_277);
        assertThat(summary.rowsOut()).isEqualTo(154_277);
        assertThat(summary.departments()).isEqualTo(33);
        assertThat(counts("department"))
                .containsEntry("Atlántico", 34_585L)
                .containsEntry("Bolívar", 12_346L)
                .containsEntry("Magdalena", 2_900L)
                .containsEntry("Valle del Cauca", 14_696L)
                .containsEntry("Bogotá D.C.", 51_281L);
        assertThat(counts("district"))
                .containsEntry("Barranquilla", 19_158L)
                .containsEntry("Cartagena", 10_980L)
                .containsEntry("Santa Marta", 1_696L)
                .containsEntry("Buenaventura", 1_721L);
        // A row of Cartagena's municipality counts for Bolívar and of Barranquilla's for Atlántico, never for another.
        assertThat(counts("concat(department_code, ' ', district)"))
                .containsOnlyKeys("null", "08 Barranquilla", "13 Cartagena", "47 Santa Marta", "76 Buenaventura");
        assertThat(counts("sex")).isEqualTo(Map.of("M", 82_788L, "F", 71_489L));
        assertThat(counts("outcome")).containsEntry("Recuperado", 65_809L);
        assertThat(counts("asymptomatic")).containsEntry("true", 20_282L);
    }

    @Test
    void theFirstThousandCasesUnderTheCurrentHeaderWinOverThoseOfJuly() throws IOException {
        landJuly();
        clean();
        try (Stream<Path> files = Files.list(real)) {
            Path file = files.filter(path -> path.toString().endsWith("-1K.csv"))
                    .findFirst()
                    .orElseThrow();
            land("2026-11-21T000000", Files.newInputStream(file), Release.CURRENT, 1_000);
        }

        CleanSummary summary = clean();

        assertThat(summary.rowsIn()).isEqualTo(1_000);
        assertThat(summary.rowsRejected()).isZero();
        assertThat(summary.rowsOut()).isEqualTo(154_277 + 1_000 - summary.rowsSuperseded());
        assertThat(counts("delivery")).containsEntry("2026-11-21T000000", 1_000L);
        assertThat(summary.departments()).isEqualTo(33);
    }

    private void landJuly() throws IOException {
        try (Stream<Path> files = Files.list(real)) {
            Path zip = files.filter(path -> path.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
            try (ZipFile archive = new ZipFile(zip.toFile())) {
                InputStream content = archive.getInputStream(archive.stream()
                        .filter(entry -> entry.getName().endsWith(".csv")
                                && !entry.getName().startsWith("__MACOSX"))
                        .findFirst()
                        .orElseThrow());
                land("2026-11-20T000000", content, Release.JULY_2020, 154_277);
            }
        }
    }

    /** Lands the content without its header line: Landing writes the header that the file must have. */
    private void land(String delivery, InputStream content, Release release, int rows) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(String.join(",", release.names()));
            List<String> records = lines.lines().toList();
            landing.landFiles(delivery, release.names(), Map.of("cases.csv", records), rows);
        }
    }

    private CleanSummary clean() {
        return new Cleaning(spark, landing.uri(), folder.toUri() + "trusted").run(false);
    }

    private Map<String, Long> counts(String expression) {
        Map<String, Long> counts = new HashMap<>();
        spark.table("trusted.cases")
                .selectExpr("coalesce(string(" + expression + "), 'null') AS value")
                .groupBy("value")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
