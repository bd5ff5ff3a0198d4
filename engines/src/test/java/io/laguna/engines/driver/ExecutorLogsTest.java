package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.yarn.ContainerLogs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the lines by which a driver names its executors. */
class ExecutorLogsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsNoLineOfAnExecutorIsNoneAndNoFolderOutsideOfTheRuns() throws IOException {
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                run.resolve("executors.list"),
                """
                1 http://127.0.0.1:1/node/containerlogs/container_1_0001_01_000002/hadoop/stdout
                ../../out http://127.0.0.1:1/node/containerlogs/container_1_0001_01_000003/hadoop/stdout
                word
                2 http://a^b/node/containerlogs/container_1_0001_01_000004/hadoop/stdout
                3 http://127.0.0.1:1/node/""");

        ExecutorLogs logs = new ExecutorLogs(new ContainerLogs(URI.create("http://127.0.0.1:1")), run);

        assertThat(logs.bring()).extracting(ExecutorLogs.Executor::number).containsExactly("1", "2");
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
