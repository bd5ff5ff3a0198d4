package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.driver.Drivers;
import io.laguna.engines.driver.JobEnvironment;
import io.laguna.engines.driver.Run;
import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.driver.SparkSubmission;
import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.CovidJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what becomes of a job that fails; no lake is needed. */
class FailedStepSystemTest {
    private static final S3Access NOWHERE = new S3Access("http://127.0.0.1:1", "key", "secret");

    @TempDir
    private Path lake;

    @Test
    void aMissingMainClassIsAFailureThatNamesTheClass() throws InterruptedException {
        assertThat(run("io.laguna.NoSuchJob", List.of())).isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
            assertThat(failed.exitCode()).isNotZero();
            assertThat(failed.reason()).contains("io.laguna.NoSuchJob");
        });
    }

    @Test
    void wrongArgumentsAreAFailureThatShowsTheUsage() throws InterruptedException {
        assertThat(run("io.laguna.apps.covid.CleanCases", List.of("--raw", "s3://raw")))
                .isInstanceOfSatisfying(RunOutcome.Failed.class, failed -> {
                    assertThat(failed.exitCode()).isEqualTo(2);
                    assertThat(failed.reason()).contains("--trusted");
                });
    }

    @Test
    void aStoppedDriverIsNoSuccess() throws InterruptedException {
        Run driver = submit(
                "io.laguna.apps.covid.BuildReport", List.of("--trusted", "s3://trusted", "--refined", "s3://refined"));

        driver.stop();

        assertThat(driver.await()).isInstanceOf(RunOutcome.Stopped.class);
    }

    private RunOutcome run(String mainClass, List<String> arguments) throws InterruptedException {
        return submit(mainClass, arguments).await();
    }

    private Run submit(String mainClass, List<String> arguments) {
        Workspace workspace = Workspace.of(LagunaCommand.home(), lake);
        return new Drivers(workspace, NOWHERE, "thrift://127.0.0.1:1", new DriverSettings("1g", 0, 1))
                .submit(SparkSubmission.of(
                        "job", CovidJar.in(workspace.home()), mainClass, arguments, JobEnvironment.LAKE));
    }
}
