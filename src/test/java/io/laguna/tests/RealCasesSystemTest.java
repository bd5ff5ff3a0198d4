package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests with the published files, where they are: {@code ../shared/data}, or the folder that LAGUNA_REAL_DATA names.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealCasesSystemTest {
    private Path folder;
    private LagunaCommand laguna;
    private ZoneFiles zones;
    private String trusted;

    @BeforeAll
    void startTheLake(@TempDir Path temporary) {
        published("covid");
        folder = temporary;
        Path lake = folder.resolve("lake");
        laguna = new LagunaCommand(lake);
        zones = new ZoneFiles(lake);
        trusted = zones.table("trusted", "cases");
        assertThat(laguna.run("up")).returns(0, Result::exitCode);
    }

    @AfterAll
    void stopTheLake() {
        if (laguna != null) {
            assertThat(laguna.run("down")).returns(0, Result::exitCode);
        }
    }

    @Test
    @Order(1)
    void july2020IsReadToTheLastRowAndARevisionIsAnUpsert() throws IOException {
        Path packed = published("covid/v21_CasosColombia_13Julio2020.csv.zip");

        demo(packed);

        Path csv = unpacked(packed);
        String published = "read_csv('" + csv + "', header = true, all_varchar = true)";
        assertThat(zones.number("select count(*) from " + trusted)).isEqualTo(154_277);
        assertThat(zones.rows("select report_date::varchar, count(*) from " + trusted + " group by 1 order by 1"))
                .as("cases of each day")
                .isEqualTo(zones.rows("select substr(\"fecha reporte web\", 1, 10), count(*) from " + published
                        + " group by 1 order by 1"));
        assertThat(zones.number("select count(distinct department_code) from " + trusted))
                .isEqualTo(33);
        assertThat(zones.rows("select distinct district, department from " + trusted
                        + " where district is not null order by 1"))
                .containsExactly(
                        List.of("Barranquilla", "Atlántico"),
                        List.of("Buenaventura", "Valle del Cauca"),
                        List.of("Cartagena", "Bolívar"),
                        List.of("Santa Marta", "Magdalena"));
        assertThat(zones.number(
                        "select count(*) from " + zones.table("refined", "top_departments") + " where population > 0"))
                .isEqualTo(33);

        demo(revised(csv));

        assertThat(zones.number("select count(*) from " + trusted)).isEqualTo(154_277 + 1);
        assertThat(zones.number("select count(*) from " + trusted + " where case_id = 2 and age_years = 99"))
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void theCurrentHeaderIsReadToTheLastRow() {
        Path file = published("covid/v23_Casos_positivos_de_COVID-19_en_Colombia-1K.csv");

        demo(file);

        assertThat(zones.rows("select count(*), count(distinct department_code) from " + trusted
                        + " where delivery = (select max(delivery) from " + trusted + ")"))
                .containsExactly(List.of("1000", "24"));
    }

    private void demo(Path cases) {
        Result result = laguna.run("demo", "--cases", cases.toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    /**
     * Writes the release as it might be published the next day: one case changed, one new, the header first as ever.
     */
    private Path revised(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String second = lines.get(2);
        String older = second.replaceFirst(",34,M,", ",99,M,");
        assertThat(older).isNotEqualTo(second);
        String added = second.replaceFirst("^2,", "900000001,");
        return Files.write(folder.resolve("revised.csv"), List.of(lines.get(0), older, added));
    }

    private Path unpacked(Path packed) throws IOException {
        Path csv = folder.resolve("published.csv");
        try (ZipFile zip = new ZipFile(packed.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("CasosColombia_13Julio.csv"))) {
            Files.copy(content, csv);
        }
        return csv;
    }

    private static Path published(String name) {
        Path data = Optional.ofNullable(System.getenv("LAGUNA_REAL_DATA"))
                .map(Path::of)
                .orElse(LagunaCommand.home().resolve("../shared/data"));
        assumeThat(data.resolve(name))
                .as("the published files are not here: set LAGUNA_REAL_DATA to their folder")
                .exists();
        return data.resolve(name);
    }
}
