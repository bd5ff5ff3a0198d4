package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.laguna.engines.driver.RunOutcome.Kind;
import io.laguna.engines.process.AvailableMemory;
import io.laguna.engines.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriversTest {
    @TempDir
    private Path folder;

    @Test
    void tellsTheKindsOfEndApart() throws IOException, InterruptedException {
        try (Drivers drivers = StandIn.in(folder).drivers(0, 4)) {
            Run exit = drivers.submit(StandIn.job("app.jar", "exit"));
            Run thrown = drivers.submit(StandIn.job("app.jar", "throw"));
            Run memory = drivers.submit(StandIn.job("app.jar", "oom"));
            Run task = drivers.submit(StandIn.job("app.jar", "task-oom"));
            Run good = drivers.submit(StandIn.job("app.jar", "well"));
            Run refused = drivers.submit(StandIn.job("--master", "k8s://there", "app.jar", "well"));

            assertThat(failed(exit).kind()).isEqualTo(Kind.EXITED);
            assertThat(failed(exit).exitCode()).isEqualTo(5);
            assertThat(failed(thrown).kind()).isEqualTo(Kind.EXCEPTION);
            assertThat(failed(thrown).reason())
                    .isEqualTo("java.lang.IllegalStateException: no rows\nCaused by: java.io.IOException: no bucket");
            assertThat(failed(memory).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
            assertThat(failed(memory).reason()).contains("--driver-memory");
            assertThat(failed(task).kind()).isEqualTo(Kind.OUT_OF_MEMORY);
            assertThat(good.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(DriverLog.read(good.error())).isEqualTo("done well\n");
            assertThat(good.progress()).contains(new StageProgress(1, 1, 2));
            assertThat(failed(refused).kind()).isEqualTo(Kind.NOT_STARTED);
            assertThat(Files.readString(refused.error())).contains("k8s://there");
        }
    }

    @Test
    void aSignalIsNoExit() throws IOException, InterruptedException {
        try (Drivers drivers = StandIn.in(folder).drivers(0, 1)) {
            Run run = drivers.submit(StandIn.job("app.jar", "sleep"));

            kill(process(run));

            assertThat(failed(run).kind()).isEqualTo(Kind.KILLED);
            assertThat(failed(run).reason()).contains("9 (KILL)");
        }
    }

    @Test
    void moreJobsThanPlacesWaitInTheirOrder() throws IOException, InterruptedException {
        try (Drivers drivers = StandIn.in(folder).drivers(0, 1)) {
            Run first = drivers.submit(StandIn.job("app.jar", "sleep"));
            Run second = drivers.submit(StandIn.job("app.jar", "sleep"));
            Run third = drivers.submit(StandIn.job("app.jar", "well"));
            Run program = drivers.run(
                    new Command("true", List.of("true"), JobEnvironment.LAKE, folder.resolve("there")),
                    folder.resolve("program"));

            assertThat(program.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(first.hasStarted()).isTrue();
            assertThat(second.hasStarted()).isFalse();
            DriverCounts counts = drivers.counts();
            assertThat(List.of(counts.reserve(), counts.busy(), counts.queued(), counts.programs()))
                    .containsExactly(0, 1, 2, 0);

            second.stop();
            assertThat(second.await()).isInstanceOf(RunOutcome.Stopped.class);
            assertThat(third.hasStarted()).isFalse();

            first.stop();
            assertThat(first.await()).isInstanceOf(RunOutcome.Stopped.class);
            assertThat(third.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(second.hasStarted()).isFalse();
        }
    }

    @Test
    void aJobThatHasWaitedRunsBesideOneThatSleeps() throws IOException, InterruptedException {
        long available = AvailableMemory.ofThisMachine().bytes().orElse(0);
        assumeTrue(available > 5L << 30, "This machine has no memory for a further driver");
        try (Drivers drivers = StandIn.in(folder).drivers(0, 1, 2)) {
            Run sleeps = drivers.submit(StandIn.job("app.jar", "sleep"));
            Run waits = drivers.submit(StandIn.job("app.jar", "well"));

            assertThat(waits.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(sleeps.hasStarted()).isTrue();
            sleeps.stop();
            assertThat(sleeps.await()).isInstanceOf(RunOutcome.Stopped.class);
        }
    }

    @Test
    void closingLeavesNoProcessAndNoFile() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        Drivers drivers = standIn.drivers(1, 1);
        ready(standIn, drivers);
        Run taken = drivers.submit(StandIn.job("app.jar", "sleep"));
        Run waiting = drivers.submit(StandIn.job("app.jar", "sleep"));
        ProcessHandle process = process(taken);

        drivers.close();

        assertThat(taken.await()).isInstanceOf(RunOutcome.Stopped.class);
        assertThat(waiting.await()).isInstanceOf(RunOutcome.Stopped.class);
        assertThat(process.isAlive()).isFalse();
        assertThat(standIn.scratch()).isEmptyDirectory();
    }

    @Test
    void aJobIsGivenToTheDriverInReserveAndEndsAsInAnyOther() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(1, 1)) {
            ready(standIn, drivers);
            Run run = drivers.submit(StandIn.job("app.jar", "thread"));
            assertThat(run.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readString(run.output())).startsWith("warm ").endsWith("thread ended\n");
            assertThat(Files.readString(run.error())).isEmpty();

            ready(standIn, drivers);
            Run exit = drivers.submit(StandIn.job("app.jar", "exit"));
            assertThat(failed(exit).exitCode()).isEqualTo(5);
            assertThat(Files.readString(exit.output())).startsWith("warm ");
        }
    }

    @Test
    void aJobThatWantsAnotherJvmStartsOne() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(1, 2)) {
            ready(standIn, drivers);
            Run variables = drivers.submit(StandIn.withVariable(StandIn.job("app.jar", "well")));
            Run memory = drivers.submit(StandIn.job("--driver-memory", "80m", "app.jar", "well"));

            assertThat(variables.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(memory.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readString(variables.output())).startsWith("cold ");
            assertThat(Files.readString(memory.output())).startsWith("cold ");
            assertThat(readyFiles(standIn)).hasSize(1);
        }
    }

    @Test
    void aReserveThatDiedHurtsNoJob() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(1, 1)) {
            ready(standIn, drivers);
            ProcessHandle reserve = reserve();
            Run first = drivers.submit(StandIn.withVariable(StandIn.job("app.jar", "sleep")));
            kill(reserve);
            first.stop();
            Run second = drivers.submit(StandIn.job("app.jar", "well"));

            assertThat(second.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readString(second.output()).lines()).hasSize(1);
        }
    }

    @Test
    void aJobThatItsDriverDidNotTakeRunsInAnotherOne() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(1, 1)) {
            ready(standIn, drivers);
            ProcessHandle reserve = reserve();
            Tool.run(List.of("kill", "-STOP", Long.toString(reserve.pid())), Map.of());
            await().atMost(30, TimeUnit.SECONDS).until(() -> standsStill(reserve));
            Run run = drivers.submit(StandIn.job("app.jar", "well"));
            kill(reserve);

            assertThat(run.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readString(run.output())).startsWith("cold ");
            assertThat(Files.readString(run.output()).lines()).hasSize(1);
        }
    }

    /** The build sets the environment of these tests to that of somebody who is signed in to AWS. */
    @Test
    void aJobIsSignedInToTheLakeAndWorksInItsOwnFolder() throws IOException, InterruptedException {
        assertThat(System.getenv()).containsEntry("AWS_PROFILE", "somebody").containsEntry("SOME_TOKEN", "theirs");
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(1, 1)) {
            for (String kind : List.of("warm", "cold")) {
                Path work = folder.resolve(kind);
                if (kind.equals("warm")) {
                    ready(standIn, drivers);
                } else {
                    // A driver in reserve cannot take a folder that has files.
                    Files.createDirectories(work.resolve("before"));
                }

                Run run = drivers.submit(StandIn.job("app.jar", "surroundings").in(work));

                assertThat(run.await()).isInstanceOf(RunOutcome.Succeeded.class);
                assertThat(run.output()).content().startsWith(kind + " ");
                assertThat(Files.readAllLines(run.output()))
                        .contains(
                                "AWS_ENDPOINT_URL=http://127.0.0.1:1",
                                "AWS_ACCESS_KEY_ID=key",
                                "AWS_SECRET_ACCESS_KEY=secret",
                                "AWS_REGION=us-east-1",
                                "AWS_DEFAULT_REGION=us-east-1",
                                "AWS_EC2_METADATA_DISABLED=true",
                                "AWS_CONFIG_FILE=/dev/null",
                                "AWS_SHARED_CREDENTIALS_FILE=/dev/null",
                                "user.dir=" + work.toRealPath())
                        .filteredOn(line -> line.startsWith("AWS_"))
                        .hasSize(8);
                assertThat(run.output()).content().doesNotContain("somebody", "theirs");
                assertThat(work.resolve("relative")).hasContent("left");
                assertThat(work.resolve("absolute")).hasContent("left");
            }
        }
        assertThat(standIn.scratch()).isEmptyDirectory();
        assertThat(folder.resolve("warm/relative")).exists();
    }

    @Test
    void aJobWithoutAFolderWorksInOneThatGoesWithIt() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        try (Drivers drivers = standIn.drivers(0, 1)) {
            Run run = drivers.submit(StandIn.job("app.jar", "surroundings"));

            assertThat(run.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(run.output()).content().contains("user.dir=" + standIn.scratch());
            assertThat(standIn.scratch()).isEmptyDirectory();
        }
    }

    @Test
    void aReserveIsInTheRegionOfTheLastJob() throws IOException, InterruptedException {
        StandIn standIn = StandIn.in(folder);
        SparkSubmission job = StandIn.job("app.jar", "surroundings");
        SparkSubmission elsewhere =
                new SparkSubmission(job.name(), job.arguments(), JobEnvironment.LAKE.in("sa-east-1"));
        try (Drivers drivers = standIn.drivers(1, 1)) {
            ready(standIn, drivers);
            Run first = drivers.submit(elsewhere);
            assertThat(first.await()).isInstanceOf(RunOutcome.Succeeded.class);
            ready(standIn, drivers);
            Run second = drivers.submit(elsewhere);
            assertThat(second.await()).isInstanceOf(RunOutcome.Succeeded.class);

            assertThat(first.output()).content().startsWith("cold ").contains("AWS_REGION=sa-east-1\n");
            assertThat(second.output()).content().startsWith("warm ").contains("AWS_REGION=sa-east-1\n");
        }
    }

    @Test
    void aProgramIsSignedInToTheLakeToo() throws IOException, InterruptedException {
        Path work = folder.resolve("work");
        try (Drivers drivers = StandIn.in(folder).drivers(0, 1)) {
            Run run = drivers.run(
                    new Command("env", List.of("bash", "-c", "env; pwd; touch here"), JobEnvironment.LAKE, work),
                    folder.resolve("run"));

            assertThat(run.await()).isInstanceOf(RunOutcome.Succeeded.class);
            assertThat(Files.readAllLines(run.output()))
                    .contains(
                            "AWS_ENDPOINT_URL=http://127.0.0.1:1",
                            "AWS_ACCESS_KEY_ID=key",
                            "AWS_EC2_METADATA_DISABLED=true",
                            "AWS_CONFIG_FILE=" + folder.resolve("run/tools/aws-config"),
                            "AWS_SHARED_CREDENTIALS_FILE=" + folder.resolve("run/tools/aws-credentials"),
                            work.toString())
                    .filteredOn(line -> line.startsWith("AWS_"))
                    .hasSize(8);
            assertThat(run.output()).content().doesNotContain("somebody", "theirs");
            assertThat(work.resolve("here")).exists();
        }
    }

    private ProcessHandle reserve() {
        return ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains(folder.toString()))
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private static RunOutcome.Failed failed(Run run) throws InterruptedException {
        assertThat(run.await()).isInstanceOf(RunOutcome.Failed.class);
        return (RunOutcome.Failed) run.await();
    }

    private static void ready(StandIn standIn, Drivers drivers) {
        drivers.prepare();
        await().atMost(30, TimeUnit.SECONDS).until(() -> !readyFiles(standIn).isEmpty());
    }

    private static List<Path> readyFiles(StandIn standIn) throws IOException {
        try (Stream<Path> runs = Files.list(standIn.scratch())) {
            return runs.map(run -> run.resolve("handover/ready"))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static ProcessHandle process(Run run) {
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> Files.exists(run.output())
                        && Files.readString(run.output()).endsWith("\n"));
        try {
            String[] words = Files.readString(run.output()).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Tells whether a process stands still. A signal that stops a process reaches one of its threads after the other.
     */
    private static boolean standsStill(ProcessHandle process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                if (!Files.readString(thread.resolve("stat")).contains(") T ")) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(30, TimeUnit.SECONDS).until(() -> !process.isAlive());
    }
}
