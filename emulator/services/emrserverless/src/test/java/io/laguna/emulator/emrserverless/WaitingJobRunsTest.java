package io.laguna.emulator.emrserverless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.emrserverless.model.JobRun;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

@ExtendWith(ServerlessLake.class)
class WaitingJobRunsTest {
    private final ServerlessLake.Running lake;
    private final Jobs jobs;

    WaitingJobRunsTest(ServerlessLake.Running lake) {
        this.lake = lake;
        this.jobs = Jobs.on(lake);
    }

    @Test
    void aJobWaitsUntilThereIsCapacity() {
        String application = forOneJob();
        String first = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, first, JobRunState.RUNNING);
        String second = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, second, JobRunState.PENDING);
        jobs.cancel(application, first);

        jobs.await(application, second, JobRunState.RUNNING);
        assertThat(jobs.get(application, first).state()).isEqualTo(JobRunState.CANCELLED);
        jobs.cancel(application, second);
        jobs.await(application, second, JobRunState.CANCELLED);
    }

    @Test
    void moreRunsThanMayBeAreQueuedAndTimeOutThere() {
        String application = jobs.application(request -> request.schedulerConfiguration(
                queue -> queue.maxConcurrentRuns(1).queueTimeoutMinutes(20)));
        String first = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, first, JobRunState.RUNNING);
        String second = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, second, JobRunState.QUEUED);
        lake.forward(Duration.ofMinutes(21));

        JobRun timedOut = jobs.await(application, second, JobRunState.CANCELLED);
        assertThat(timedOut.stateDetails()).contains("queue");
        assertThat(timedOut.queuedDurationMilliseconds())
                .isGreaterThan(Duration.ofMinutes(20).toMillis());
        jobs.cancel(application, first);
        jobs.await(application, first, JobRunState.CANCELLED);
    }

    @Test
    void aRestartFailsWhatRanAndGoesOnWithWhatWaited() {
        String application = forOneJob();
        String running = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, running, JobRunState.RUNNING);
        String waiting = jobs.start(application, Jobs.ENDLESS);
        jobs.await(application, waiting, JobRunState.PENDING);
        lake.restart();

        assertThat(jobs.await(application, running, JobRunState.FAILED).stateDetails())
                .contains("Laguna");
        jobs.await(application, waiting, JobRunState.RUNNING);
        jobs.cancel(application, waiting);
        jobs.await(application, waiting, JobRunState.CANCELLED);
    }

    @Test
    void aRestartTriesAgainWhatMayBeTriedAgain() {
        String application = jobs.application();
        String id =
                jobs.start(application, Jobs.ENDLESS, request -> request.retryPolicy(policy -> policy.maxAttempts(2)));
        jobs.await(application, id, JobRunState.RUNNING);
        lake.restart();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(jobs.get(application, id).attempt()).isEqualTo(2));
        jobs.await(application, id, JobRunState.RUNNING);
        jobs.cancel(application, id);
        jobs.await(application, id, JobRunState.CANCELLED);
    }

    private String forOneJob() {
        return jobs.application(request ->
                request.maximumCapacity(maximum -> maximum.cpu("8 vCPU").memory("32 GB")));
    }
}
