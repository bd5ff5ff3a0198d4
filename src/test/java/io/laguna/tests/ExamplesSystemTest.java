package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.emulator.Lake;
import io.laguna.emulator.LakeKeys;
import io.laguna.emulator.LakePorts;
import io.laguna.emulator.LakeSettings;
import io.laguna.emulator.edge.AccessKey;
import io.laguna.engines.Workspace;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of examples/, with the aws command line that is on this machine. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesSystemTest {
    private Workspace workspace;
    private Lake lake;

    @BeforeAll
    void startTheLakeWithTheDemosData(@TempDir Path folder) throws InterruptedException, IOException {
        assumeThat(run(Map.of(), "sh", "-c", "command -v aws").exitCode())
                .as("the aws command line is here")
                .isZero();
        assertThat(new LagunaCommand(folder).run("demo", "--rows", "5000"))
                .satisfies(demo -> assertThat(demo.exitCode()).as(demo.output()).isZero());
        workspace = Workspace.of(LagunaCommand.home(), folder);
        lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (engine, elapsed) -> {});
    }

    @AfterAll
    void stopTheLake() {
        if (lake != null) {
            lake.close();
        }
    }

    @Test
    void emr() throws IOException, InterruptedException {
        assertThat(example("emr.sh").lines().map(String::strip).toList())
                .containsSubsequence(
                        "clean-cases\tCOMPLETED",
                        "build-marts\tCOMPLETED",
                        "build-report\tCOMPLETED",
                        "clean-cases\tFAILED",
                        "build-marts\tCANCELLED",
                        "pi\tCOMPLETED",
                        "group\tCOMPLETED",
                        "at most 2 steps ran at once",
                        "a",
                        "b")
                .anyMatch(line -> line.contains("no-such-bucket"));
    }

    @Test
    void emrServerless() throws IOException, InterruptedException {
        assertThat(example("emr-serverless.sh"))
                .containsSubsequence("SUCCESS", "stdout.gz", "FAILED", "nowhere", "CANCELLED");
    }

    private String example(String name) throws IOException, InterruptedException {
        AccessKey own = LakeKeys.of(workspace.state()).own();
        Result result = run(
                Map.of(
                        "AWS_ENDPOINT_URL",
                        lake.addresses().endpoint(),
                        "AWS_ACCESS_KEY_ID",
                        own.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        own.secretAccessKey(),
                        "AWS_DEFAULT_REGION",
                        "us-east-1"),
                LagunaCommand.home().resolve("examples").resolve(name).toString());
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private static Result run(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Arrays.asList(words)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
