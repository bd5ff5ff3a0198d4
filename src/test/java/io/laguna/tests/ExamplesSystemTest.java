package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.laguna.emulator.edge.signature.AccessKey;
import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeKeys;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.process.Workspace;
import io.laguna.tests.LagunaCommand.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the scripts of examples/, with the aws command line that is on this machine. */
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
                        "both steps ran at once",
                        "a",
                        "b")
                .anyMatch(line -> line.contains("no-such-bucket"));
    }

    @Test
    @NeedsPython
    void pysparkCountsAsThePipelineDoes() throws IOException, InterruptedException {
        List<List<String>> counts = example("pyspark/run")
                .lines()
                .filter(line -> line.startsWith("department\t"))
                .map(line -> List.of(line.split("\t")).subList(1, 3))
                .toList();

        ZoneFiles zones = new ZoneFiles(workspace.zones().getParent());
        assertThat(counts)
                .isEqualTo(zones.rows("select department_code, count(*) from " + zones.table("trusted", "cases")
                        + " group by 1 order by 1"));
    }

    @Test
    void emrServerless() throws IOException, InterruptedException {
        assertThat(example("emr-serverless.sh"))
                .containsSubsequence("SUCCESS", "stdout.gz", "FAILED", "nowhere", "CANCELLED");
    }

    @Test
    @NeedsPython
    void glueWorkflow() throws IOException, InterruptedException {
        assertThat(example("glue-workflow.sh"))
                .containsSubsequence(
                        "== A run of it now\nCOMPLETED\nalarm\t-\nclean\tSUCCEEDED\nclean-sales\tSUCCEEDED\nraw\tSUCCEEDED\n",
                        "product total\nLaptop 3600.00\nMouse 100.00\n",
                        "COMPLETED\nalarm\tSUCCEEDED\nclean\t-\nclean-sales\tFAILED\nraw\tSUCCEEDED\n",
                        "== Clean up\n0\n");
    }

    @Test
    @NeedsPython
    void alert() throws IOException, InterruptedException {
        assertThat(example("alert.sh"))
                .containsSubsequence(
                        "pending confirmation",
                        "== The alert\n\"The job nightly-load has ended as FAILED: ",
                        "Command failed with exit code 1\"\n");
    }

    @Test
    void athena() throws IOException, InterruptedException {
        assertThat(example("athena.sh"))
                .containsSubsequence(
                        "mydatabase\n",
                        "cloudfront_logs\tdate\n",
                        "os\tcount\nLinux\t2\nMacOS\t1\niOS\t1\n",
                        "DML\tSUCCEEDED\ts3://athena-results/tutorial/",
                        "\"os\",\"count\"\n\"Linux\",\"2\"\n\"MacOS\",\"1\"\n\"iOS\",\"1\"\n",
                        "QUERY.csv\nQUERY.csv.metadata\n",
                        "\"browser\",\"n\"\n\"Chrome\",\"1\"\n\"Firefox\",\"1\"\n",
                        "== Parameters\n2\n",
                        "== Clean up\n0\n");
    }

    @Test
    void athenaFromPython() throws IOException, InterruptedException {
        String python = pythonOfTheCommandLine();
        assumeThat(run(Map.of(), python, "-c", "import boto3").exitCode())
                .as("boto3 is here")
                .isZero();
        assertThat(output(
                                python,
                                LagunaCommand.home()
                                        .resolve("examples/athena.py")
                                        .toString())
                        .lines())
                .containsExactly(
                        "(1, 2, 1.5, Decimal('1.20'), True, 'it\\'s \"so\"', datetime.date(2026, 1, 2),"
                                + " datetime.datetime(2026, 1, 2, 3, 4, 5, 678000), b'ef')",
                        "(2, None, None, None, None, '', None, None, None)",
                        "[(1,)]",
                        "COLUMN_NOT_FOUND: line 1:8: Column 'nothing' cannot be resolved");
    }

    /** Returns the Python that the aws command line runs on. It has boto3's foundation, and often boto3. */
    private static String pythonOfTheCommandLine() throws IOException, InterruptedException {
        return run(
                        Map.of(),
                        "sh",
                        "-c",
                        "for python in python3 \"$(head -n 1 \"$(pyenv which aws 2>/dev/null || command -v aws)\" | cut -c 3-)\";"
                                + " do if $python -c 'import boto3' 2>/dev/null; then echo $python; exit; fi; done;"
                                + " echo python3")
                .output()
                .strip();
    }

    private String example(String name) throws IOException, InterruptedException {
        return output(LagunaCommand.home().resolve("examples").resolve(name).toString());
    }

    private String output(String... words) throws IOException, InterruptedException {
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
                        "us-east-1",
                        "SOURCE_URL",
                        lake.addresses().mysql() + "/covid"),
                words);
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
