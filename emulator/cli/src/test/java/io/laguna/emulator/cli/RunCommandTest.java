package io.laguna.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests of what is refused before anything is started or called. */
class RunCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();

    @Test
    void aProfileWithPlaceholdersIsRefusedWithItsKeys() {
        assertThat(run("run", "covid", "--profile", "aws")).isEqualTo(ExitCode.USAGE);

        assertThat(errors.toString())
                .contains("aws.properties has placeholders", "athena.results", "bucket.raw", "emr.service-role")
                .contains("source.url")
                .doesNotContain("serverless.execution-role", "glue.role", "alert.email");
    }

    @Test
    void thePlaceholdersOfAnotherPipelineAreNotAskedFor() {
        assertThat(run("run", "sales", "--profile", "aws")).isEqualTo(ExitCode.USAGE);

        assertThat(errors.toString())
                .contains("aws.properties has placeholders", "bucket.raw", "glue.role", "redshift.role", "alert.email")
                .doesNotContain("source.url", "emr.service-role", "serverless.", "bucket.refined");
    }

    @Test
    void aProfileOfTheUsersOwnIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.properties"), "buket.raw = mine\n");

        assertThat(run("run", "covid", "--profile", file.toString())).isEqualTo(ExitCode.USAGE);

        assertThat(errors.toString()).contains(file + ": buket.raw is not a key of a profile");
    }

    @Test
    void unknownPipelinesProfilesAndServicesAreWrongUsage() {
        assertThat(run("run", "weather")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "sales", "--via", "emr")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "sales", "--cases", "cases.csv")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "sales", "--sales", "no-such-file.csv")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "covid", "--sales", "sales.csv")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "covid", "--via", "glue")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "covid", "--profile", "azure")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", "covid", "--dry-run", "--cases", "soda")).isEqualTo(ExitCode.USAGE);

        assertThat(errors.toString())
                .contains("There is no pipeline weather", "--via has to be one of emr, emr-serverless")
                .contains("--via goes with covid", "--cases goes with covid", "There is no file no-such-file.csv")
                .contains("--sales goes with the pipeline sales")
                .contains("There is no profile", "azure.properties", "--dry-run goes with files or the sample");
    }

    private int run(String... words) {
        CommandLine laguna = Laguna.commandLine();
        laguna.setErr(new PrintWriter(errors, true));
        return laguna.execute(words);
    }
}
