package io.laguna.emulator.glue.workflow;

import io.laguna.emulator.glue.job.Jobs;
import io.laguna.emulator.glue.job.ShellJobs;
import io.laguna.emulator.logs.Logs;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.driver.Drivers;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.WorkflowRun;
import software.amazon.awssdk.services.glue.model.WorkflowRunStatus;
import software.amazon.awssdk.services.s3.S3Client;

/** Workflows on real jobs of Python alone and on crawls that a test ends, opened once per test JVM. */
final class WorkflowsLake extends OnEngines<WorkflowsLake.Running> {
    WorkflowsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, jobs on them, and workflows. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private static final Duration LONG = Duration.ofSeconds(60);

        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Drivers drivers;
        private final S3Client s3;
        private final Path folder;
        private final Logs logs;
        private final ShellJobs shell;
        private final TestCrawls crawls = new TestCrawls();
        private volatile Jobs jobs;
        private volatile Workflows workflows;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.drivers = engines.drivers();
            this.s3 = engines.s3();
            this.folder = engines.folder("workflows");
            this.logs = Logs.open(engines.state());
            this.shell = new ShellJobs(drivers, s3, logs, folder, "workflows");
            open();
        }

        private void open() {
            jobs = Jobs.open(engines.state(), shell.settings(), folder);
            workflows = Workflows.open(engines.state(), jobs.triggered(), crawls, clock);
        }

        List<GlueClient> rooms() {
            return Stream.concat(jobs.rooms(EngineLake.CALLER).stream(), workflows.rooms(EngineLake.CALLER).stream())
                    .toList();
        }

        GlueClient glue() {
            return Rooms.of(GlueClient.class, rooms()).client();
        }

        Workflows workflows() {
            return workflows;
        }

        TestCrawls crawls() {
            return crawls;
        }

        /**
         * Puts the beginning of a crawl back to where its call was under way, as a kill leaves it, and opens everything
         * again.
         */
        void killedWhileBeginning(String crawler) {
            workflows.close();
            jobs.close();
            engines.sql("update glue_action set state = 'BEGUN' where name = '" + crawler + "'");
            open();
        }

        /** Puts the clock of workflows forward. */
        void forward(Duration time) {
            clock.forward(time);
            workflows.wake();
        }

        /** Ends workflows and jobs and opens them again, on the same state. */
        void restart() {
            workflows.close();
            jobs.close();
            open();
        }

        /** Makes a Python shell job of a script. */
        void job(String name, String script, Consumer<CreateJobRequest.Builder> more) {
            shell.create(glue(), name, script, more);
        }

        void job(String name, String script) {
            job(name, script, create -> {});
        }

        List<JobRun> runs(String job) {
            return glue().getJobRuns(get -> get.jobName(job)).jobRuns();
        }

        WorkflowRun run(String workflow, String run) {
            return glue().getWorkflowRun(get -> get.name(workflow).runId(run).includeGraph(true))
                    .run();
        }

        WorkflowRun await(String workflow, String run, WorkflowRunStatus status) {
            return Awaitility.await(workflow)
                    .atMost(LONG)
                    .until(() -> run(workflow, run), told -> told.status() == status);
        }

        @Override
        public void close() {
            workflows.close();
            jobs.close();
            logs.close();
            drivers.close();
            s3.close();
        }
    }
}
