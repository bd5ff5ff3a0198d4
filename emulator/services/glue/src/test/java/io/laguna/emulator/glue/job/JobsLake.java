package io.laguna.emulator.glue.job;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.driver.Drivers;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.JobRunState;
import software.amazon.awssdk.services.glue.model.StartJobRunRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** Jobs on real engines and with a clock of their own, opened once per test JVM. Scripts run in Python alone. */
final class JobsLake extends OnEngines<JobsLake.Running> {
    JobsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and jobs on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private static final Caller CALLER = EngineLake.CALLER;
        private static final Duration LONG = Duration.ofSeconds(60);

        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Drivers drivers;
        private final S3Client s3;
        private final Path folder;
        private final Logs logs;
        private final ShellJobs shell;
        private volatile Jobs jobs;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.drivers = engines.drivers();
            this.s3 = engines.s3();
            this.folder = engines.folder("glue");
            this.logs = Logs.open(engines.state());
            this.shell = new ShellJobs(drivers, s3, logs, folder, "scripts");
            this.jobs = open();
        }

        private Jobs open() {
            return Jobs.open(engines.state(), shell.settings(), folder, clock);
        }

        GlueClient glue() {
            return Rooms.of(GlueClient.class, jobs.rooms(CALLER)).client();
        }

        CloudWatchLogsClient logs() {
            return Rooms.of(CloudWatchLogsClient.class, logs.rooms(CALLER)).client();
        }

        BookmarkDoor bookmarks() {
            return jobs.bookmarks();
        }

        Optional<String> token(String run) {
            return jobs.token(run);
        }

        void forward(Duration time) {
            clock.forward(time);
        }

        /** Ends the jobs and opens them again, on the same state. */
        void restart() {
            jobs.close();
            jobs = open();
        }

        /** Makes a Python shell job of a script. */
        void job(String name, String script, Consumer<CreateJobRequest.Builder> more) {
            shell.create(glue(), name, script, more);
        }

        String start(String name, Consumer<StartJobRunRequest.Builder> more) {
            return glue().startJobRun(start -> start.jobName(name).applyMutation(more))
                    .jobRunId();
        }

        JobRun run(String name, String id) {
            return glue().getJobRun(get -> get.jobName(name).runId(id)).jobRun();
        }

        JobRun await(String name, String id, JobRunState... states) {
            return org.awaitility.Awaitility.await(name).atMost(LONG).until(() -> run(name, id), run -> Set.of(states)
                    .contains(run.jobRunState()));
        }

        JobRun end(String name, String id) {
            return org.awaitility.Awaitility.await(name)
                    .atMost(LONG)
                    .ignoreException(EntityNotFoundException.class)
                    .until(() -> run(name, id), run -> RunRecord.ENDED.contains(run.jobRunState()));
        }

        /** Returns the details of the events that tell of a run's delay. */
        List<String> delays(String run) {
            return engines.state().read(handle -> handle.select(
                            "select detail from event_outbox where detail_type = 'Glue Job Run Status' and detail like ?",
                            "%" + run + "%")
                    .mapTo(String.class)
                    .list());
        }

        /** Returns a file of a run. */
        String file(String run, String name) {
            try {
                return Files.readString(folder.resolve(run).resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            jobs.close();
            logs.close();
            drivers.close();
            s3.close();
        }
    }
}
