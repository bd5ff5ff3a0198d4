package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.pipelines.covid.sample.CaseGenerator;
import io.laguna.pipelines.covid.sample.CaseSample;
import io.laguna.pipelines.covid.sample.SampleFigures;
import io.laguna.tests.LagunaCommand.Result;
import io.laguna.tests.LagunaCommand.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class KilledLauncherSystemTest {
    @TempDir
    private Path folder;

    @Test
    void aKilledDemoLeavesNoProcessAndTheNextOneIsCorrect() throws IOException, InterruptedException {
        SampleFigures figures =
                new CaseGenerator(CaseSample.of(20_000, 11)).writeTo(folder.resolve("cases.csv"), rows -> {});
        Path lake = folder.resolve("lake");
        LagunaCommand laguna = new LagunaCommand(lake);
        Running demo =
                laguna.start("demo", "--cases", folder.resolve("cases.csv").toString());
        await().atMost(2, TimeUnit.MINUTES).until(() -> isCleaning(lake));
        List<ProcessHandle> children = demo.process().descendants().toList();
        assertThat(children).hasSizeGreaterThan(8);

        demo.process().destroyForcibly().waitFor();

        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
        Result next = laguna.run("demo", "--cases", folder.resolve("cases.csv").toString());
        assertThat(next.exitCode()).as(next.output()).isZero();
        ZoneFiles zones = new ZoneFiles(lake);
        assertThat(zones.number("select count(*) from " + zones.table("trusted", "cases")))
                .isEqualTo(figures.cases());
    }

    /**
     * Tells whether the cleaning runs. A step's controller says what it starts, and its driver's log is there when it
     * has started.
     */
    private static boolean isCleaning(Path lake) throws IOException {
        Path steps = lake.resolve(".laguna/emr");
        if (!Files.isDirectory(steps)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(steps)) {
            List<Path> controllers =
                    files.filter(file -> file.endsWith("controller")).toList();
            for (Path controller : controllers) {
                if (Files.readString(controller).contains("CleanCases")
                        && Files.exists(controller.resolveSibling("stderr"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
