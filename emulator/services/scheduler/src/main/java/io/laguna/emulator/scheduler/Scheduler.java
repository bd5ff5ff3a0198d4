package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Amazon EventBridge Scheduler. There is one per process; every account has its own schedules. */
public final class Scheduler implements Service<SchedulerClient> {
    private final State state;
    private final Clock clock;
    private final SchedulerLog log;
    private final Timer timer;

    private Scheduler(State state, Clock clock, SchedulerLog log, Timer timer) {
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.timer = timer;
    }

    /**
     * Opens the service and goes on with the schedules that are kept.
     *
     * @param state closed by the caller
     * @param emr the service as the owner of a schedule calls it
     * @param serverless the service as the owner of a schedule calls it
     * @param file to which a line is added for every attempt to call a target
     */
    public static Scheduler open(
            State state, Function<Caller, EmrClient> emr, Function<Caller, EmrServerlessClient> serverless, Path file) {
        return open(state, new OwnersClients(emr, serverless), file, Clock.systemUTC());
    }

    static Scheduler open(State state, TargetOperation.Clients clients, Path file, Clock clock) {
        SchedulerLog log = SchedulerLog.open(file, clock);
        Dispatch dispatch = new Dispatch(state, clock, new Invocation(clients), log);
        dispatch.recover();
        Scheduler scheduler = new Scheduler(state, clock, log, new Timer(dispatch, clock));
        scheduler.timer.start();
        return scheduler;
    }

    @Override
    public List<SchedulerClient> rooms(Caller caller) {
        return List.of(
                new Schedules(caller, state, clock, log, timer::changed),
                new ScheduleLists(caller, state, clock),
                new ScheduleGroups(caller, state, clock),
                new Tags(caller, state, clock));
    }

    @Override
    public void close() {
        timer.close();
        log.close();
    }

    /** The clients as functions of the owner. */
    private record OwnersClients(Function<Caller, EmrClient> ofEmr, Function<Caller, EmrServerlessClient> ofServerless)
            implements TargetOperation.Clients {
        @Override
        public EmrClient emr(Caller owner) {
            return ofEmr.apply(owner);
        }

        @Override
        public EmrServerlessClient serverless(Caller owner) {
            return ofServerless.apply(owner);
        }
    }
}
