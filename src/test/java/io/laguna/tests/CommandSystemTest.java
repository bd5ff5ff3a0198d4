package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSystemTest {
    @TempDir
    private Path lake;

    @Test
    void saysWhichPortIsTakenAndStartsNothing() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result up = new LagunaCommand(lake).run("up", "--endpoint-port", Integer.toString(other.getLocalPort()));

            assertThat(up.exitCode()).isNotZero();
            assertThat(up.output()).contains("Port " + other.getLocalPort() + " for endpoint is taken");
            assertThat(new LagunaCommand(lake).run("status").exitCode()).isEqualTo(4);
        }
    }

    @Test
    void refusesAFileThatIsNotThereWithoutStartingAJob() {
        Result demo = new LagunaCommand(lake)
                .run("demo", "--cases", lake.resolve("missing.csv").toString());

        assertThat(demo.exitCode()).isEqualTo(1);
        assertThat(demo.output()).contains("missing.csv").doesNotContain("Running Spark jobs");
    }

    @Test
    void theDemoSaysBeforeAnythingElseThatAthenaHasNoJava() {
        Result demo = withoutJavaForAthena().run("demo");

        assertThat(demo.exitCode()).isEqualTo(3);
        assertThat(demo.output()).contains("which is no JDK 25 or later").doesNotContain("Starting the lake");
    }

    @Test
    void upSaysFirstThatAthenaHasNoJavaAndFailsOnlyWhenItWasAskedFor() throws IOException {
        Result athena = withoutJavaForAthena().run("up", "--athena");
        assertThat(athena.exitCode()).isEqualTo(3);
        assertThat(athena.output())
                .contains("which is no JDK 25 or later")
                .doesNotContain("Athena's queries will fail");

        // A port that is taken, for a start that is over soon.
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Result up = withoutJavaForAthena().run("up", "--endpoint-port", Integer.toString(other.getLocalPort()));

            assertThat(up.output())
                    .containsSubsequence(
                            "Athena's queries will fail", "which is no JDK 25 or later", "for endpoint is taken");
        }
    }

    private LagunaCommand withoutJavaForAthena() {
        return new LagunaCommand(lake, Map.of("LAGUNA_TRINO_JAVA_HOME", System.getProperty("java.home")));
    }

    @Test
    void explainsWrongUsage() {
        Result demo = new LagunaCommand(lake).run("demo", "--rows", "0");

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.output()).contains("--rows has to be at least 1").contains("Usage: laguna demo");
    }

    @Test
    void resetDeletesNothingWithoutAnAnswerAndEverythingWithOne() throws IOException {
        Path object = lake.resolve("zones/raw/some/object");
        Files.createDirectories(object.getParent());
        Files.writeString(object, "content");

        assertThat(new LagunaCommand(lake).run("reset").output()).contains("Nothing was deleted");
        assertThat(object).exists();
        assertThat(new LagunaCommand(lake).run("reset", "--yes").exitCode()).isZero();
        assertThat(object).doesNotExist();
    }
}
