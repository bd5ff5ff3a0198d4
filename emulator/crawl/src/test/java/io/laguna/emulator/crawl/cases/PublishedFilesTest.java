package io.laguna.emulator.crawl.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.model.Table;

/** A crawl of files that others have published, where they are. */
class PublishedFilesTest {
    @Test
    void tablesOfPublishedFiles() throws IOException, InterruptedException {
        Path data =
                Path.of(Optional.ofNullable(System.getenv("LAGUNA_REAL_DATA")).orElse("../../../shared/data"));
        assumeThat(data.resolve("other/kylo_userdata1.avro"))
                .as("the published files are not here: set LAGUNA_REAL_DATA to their folder")
                .exists();
        Scene scene = new Scene();
        for (String format : List.of("avro", "csv", "parquet")) {
            scene.store.put(
                    "kylo/" + format + "/userdata1",
                    Files.readAllBytes(data.resolve("other/kylo_userdata1." + format)));
        }
        scene.store.put("kylo/orc/userdata1", Files.readAllBytes(data.resolve("other/kylo_userdata1_orc")));
        scene.store.put(
                "covid/1k/a.csv",
                Files.readAllBytes(data.resolve("covid/v23_Casos_positivos_de_COVID-19_en_Colombia-1K.csv")));
        scene.store.put(
                "covid/casos/a.zip", Files.readAllBytes(data.resolve("covid/v21_CasosColombia_13Julio2020.csv.zip")));

        scene.run(Options.of("target=s3://b/kylo/ target=s3://b/covid/1k/ target=s3://b/covid/casos/"));

        List<String> lines = new ArrayList<>();
        for (Table table : scene.catalog.tables()) {
            lines.addAll(Described.lines(table, List.of()));
            lines.add("records " + table.parameters().get("recordCount") + " of "
                    + table.parameters().get("averageRecordSize"));
        }
        assertThat(String.join("\n", lines))
                .isEqualToIgnoringNewLines(new String(CaseFile.bytes("published.txt"), StandardCharsets.UTF_8));
    }
}
