package io.laguna.pipelines.covid.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GenerateCasesTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheFileThatItIsAskedFor() throws Exception {
        Path file = folder.resolve("cases.csv");

        assertThat(GenerateCases.run(
                        "--out",
                        file.toString(),
                        "--rows",
                        "100",
                        "--header",
                        "INS",
                        "--delivery",
                        "2",
                        "--added",
                        "7"))
                .isZero();

        assertThat(Files.readAllLines(file)).hasSize(108).first().asString().startsWith("ID de caso,");
    }

    @Test
    void wrongUsageIsExitCodeTwoAndAFileThatCannotBeWrittenIsOne() throws Exception {
        String file = folder.resolve("cases.csv").toString();
        Path blocked = Files.writeString(folder.resolve("file"), "");

        assertThat(GenerateCases.run("--rows", "5")).isEqualTo(2);
        assertThat(GenerateCases.run("--out", file, "--rows")).isEqualTo(2);
        assertThat(GenerateCases.run("--out", file, "--rows", "many")).isEqualTo(2);
        assertThat(GenerateCases.run("--out", file, "--header", "OLD")).isEqualTo(2);
        assertThat(GenerateCases.run("--out", file, "--colour", "red")).isEqualTo(2);
        assertThat(GenerateCases.run("--out", blocked.resolve("cases.csv").toString()))
                .isEqualTo(1);
        assertThat(Files.exists(Path.of(file))).isFalse();
    }
}
