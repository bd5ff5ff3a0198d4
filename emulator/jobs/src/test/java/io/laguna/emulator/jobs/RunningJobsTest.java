package io.laguna.emulator.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.engines.driver.RunOutcome;
import io.laguna.engines.process.EngineFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class RunningJobsTest {
    private static final RunOutcome SUCCEEDED = new RunOutcome.Succeeded();

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final RunningJobs<TestJob> jobs = new RunningJobs<>("test", Execution::leave);

    @TempDir
    private Path folder;

    @Test
    void aJobsEndIsInTheStateBeforeItsServiceHearsOfIt() {
        jobs.begin(new TestJob(0, SUCCEEDED));

        await().untilAsserted(() -> assertThat(events).containsExactly("run", "keep", "ended"));
        assertThat(jobs.find("job")).isEmpty();
    }

    @Test
    void anEndIsWrittenUntilTheStateTakesItAndTheJobRunsOnce() {
        jobs.begin(new TestJob(2, SUCCEEDED));

        await().untilAsserted(() -> assertThat(events).containsExactly("run", "keep", "keep", "keep", "ended"));
    }

    @Test
    void aJobWhoseEndIsNotWrittenIsStillThere() {
        TestJob job = new TestJob(Integer.MAX_VALUE, SUCCEEDED);
        jobs.begin(job);

        await().until(() -> events.contains("keep"));

        assertThat(jobs.find("job")).contains(job);
        jobs.close();
    }

    @Test
    void aJobThatIsStoppedIsWrittenAsStopped() {
        jobs.begin(new TestJob(0));
        await().until(() -> events.contains("run"));

        jobs.stopAll();

        assertThat(events).containsExactly("run", "keep", "ended");
    }

    @Test
    void aJobThatTheEndOfLagunaStopsStaysAsItIs() {
        jobs.begin(new TestJob(0));
        await().until(() -> events.contains("run"));

        jobs.close();

        assertThat(events).containsExactly("run");
    }

    @Test
    void nothingBeginsWhenLagunaEnds() {
        jobs.close();

        jobs.begin(new TestJob(0, SUCCEEDED));

        assertThat(jobs.all()).isEmpty();
    }

    @Test
    void aJobThatCannotBeStartedHasFailedWithTheReason() {
        Execution refused = withoutLogs();
        refused.begin(() -> {
            throw new EngineFailure("There is no Python.");
        });
        Execution broken = withoutLogs();
        broken.begin(() -> () -> {
            throw new IllegalStateException("broken");
        });

        assertThat(refused.end()).isEqualTo(notStarted("There is no Python."));
        assertThat(broken.end()).isEqualTo(notStarted("java.lang.IllegalStateException: broken"));
    }

    @Test
    void aJobThatIsStoppedBeforeItBeginsDoesNotBegin() {
        Execution execution = withoutLogs();
        execution.stop();

        execution.begin(() -> () -> {
            throw new AssertionError("begun");
        });

        assertThat(execution.end()).isEqualTo(new RunOutcome.Stopped());
    }

    @Test
    void anOutcomeIsKnownAlsoWhenItsLogsAreNotWhole() throws Exception {
        Files.writeString(folder.resolve("stderr"), "the reason");
        Execution execution = new Execution(
                new LogFiles(new NoS3(), folder, Optional.of(new LogFolder("none", "")), List.of("stdout", "stderr")),
                events::add);
        execution.stop();
        execution.begin(() -> null);

        assertThat(execution.end()).isEqualTo(new RunOutcome.Stopped());
        assertThat(execution.logs().errorLog()).isEqualTo("s3://none/stderr.gz");
    }

    private Execution withoutLogs() {
        return new Execution(new LogFiles(new NoS3(), folder, Optional.empty(), List.of()), events::add);
    }

    private static RunOutcome notStarted(String reason) {
        return new RunOutcome.Failed(RunOutcome.Kind.NOT_STARTED, -1, reason);
    }

    /** An S3 that answers nothing. */
    private static final class NoS3 implements S3Client {
        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    /** A job without a driver, whose state fails so many times. It runs until it is stopped, or has its outcome at once. */
    private final class TestJob implements Job {
        private final Execution execution = withoutLogs();
        private final Optional<RunOutcome> outcome;
        private int failures;

        TestJob(int failures, RunOutcome... outcome) {
            this.failures = failures;
            this.outcome = List.of(outcome).stream().findFirst();
        }

        @Override
        public String id() {
            return "job";
        }

        @Override
        public Execution execution() {
            return execution;
        }

        @Override
        public RunOutcome run() {
            events.add("run");
            return outcome.orElseGet(() -> {
                await().until(this::isStopped);
                return execution.end();
            });
        }

        /** An execution that has been stopped begins nothing. */
        private boolean isStopped() {
            AtomicBoolean begun = new AtomicBoolean();
            execution.begin(() -> () -> {
                begun.set(true);
                throw new EngineFailure("not yet");
            });
            return !begun.get();
        }

        @Override
        public void keep(RunOutcome end) {
            events.add("keep");
            if (failures-- > 0) {
                throw new IllegalStateException("The state does not answer");
            }
        }

        @Override
        public void ended() {
            events.add("ended");
        }
    }
}
