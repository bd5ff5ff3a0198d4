package io.laguna.emulator.scheduler;

import io.laguna.emulator.AwsService;
import io.laguna.emulator.Caller;
import io.laguna.emulator.state.State;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Amazon EventBridge Scheduler. One per process; every account has its own schedules. */
public final class Scheduler implements AwsService<SchedulerClient> {
    private Scheduler() {}

    /**
     * Opens the service and goes on with the schedules that are kept.
     *
     * @param state closed by whoever opened it
     * @param emr as the owner of a schedule calls it
     * @param serverless as the owner of a schedule calls it
     */
    public static Scheduler open(
            State state, Function<Caller, EmrClient> emr, Function<Caller, EmrServerlessClient> serverless) {
        return new Scheduler();
    }

    @Override
    public List<SchedulerClient> rooms(Caller caller) {
        return List.of();
    }

    @Override
    public void close() {}
}
