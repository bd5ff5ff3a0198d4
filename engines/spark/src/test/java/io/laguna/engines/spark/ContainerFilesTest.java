package io.laguna.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerFilesTest {
    @TempDir
    private Path from;

    @TempDir
    private Path folder;

    @Test
    void filesAndArchivesHaveTheirNamesOfTheCommandLine() throws IOException {
        Path lookup = Files.writeString(from.resolve("lookup.csv"), "a,1\n");
        Path archive = from.resolve("env.zip");
        try (OutputStream to = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(new ZipEntry("bin/python"));
            zip.write("here".getBytes(StandardCharsets.UTF_8));
        }

        fetch(
                "--files",
                lookup + "," + lookup.toUri() + "#other.csv",
                "--conf",
                "spark.archives=" + archive + "#environment");

        assertThat(folder.resolve("lookup.csv")).hasContent("a,1");
        assertThat(folder.resolve("other.csv")).hasContent("a,1");
        assertThat(folder.resolve("environment/bin/python")).hasContent("here");
    }

    @Test
    void theFilesOfYarnAreMeantTooAndOneThatIsThereStays() throws IOException {
        Path lookup = Files.writeString(from.resolve("lookup.csv"), "new");
        Files.writeString(folder.resolve("lookup.csv"), "old");

        fetch("--conf", "spark.yarn.dist.files=" + lookup + "#second.csv," + lookup);

        assertThat(folder.resolve("second.csv")).hasContent("new");
        assertThat(folder.resolve("lookup.csv")).hasContent("old");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> fetch("--files", from.resolve("missing.csv").toString()))
                .hasMessageContaining("missing.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "--master local[*], true",
        "--master yarn, false",
        "--master yarn --conf spark.laguna.driver.files=true, true",
        "--master yarn --deploy-mode cluster --conf spark.laguna.driver.files=true, false",
    })
    void aDriverHasThemWhereItIsTheExecutorAndWhereItsJobSaysSo(String words, boolean expected) {
        assertThat(files(words.split(" ")).areForDriver()).isEqualTo(expected);
    }

    private void fetch(String... words) throws IOException {
        files(words).fetch();
    }

    private ContainerFiles files(String... words) {
        return new ContainerFiles(new SubmitWords(List.of(words), false, new NodeFiles(Map.of(), List.of())), folder);
    }
}
