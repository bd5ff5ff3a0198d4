package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.Service;
import io.laguna.emulator.kit.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** Amazon EventBridge Scheduler. There is one per process; every account has its own schedules. */
public final class Scheduler implements Service<SchedulerClient> {
    private final State state;
    private final Clock clock;
    private final SchedulerLog log;
    private final TargetServices services;
    private final Timer timer;

    private Scheduler(State state, Clock clock, SchedulerLog log, TargetServices services, Timer timer) {
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.services = services;
        this.timer = timer;
    }

    /**
     * Opens the service and goes on with the schedules that are kept.
     *
     * @param state closed by the caller
     * @param services the services that schedules call
     * @param file to which a line is added for every attempt to call a target
     */
    public static Scheduler open(State state, TargetServices services, Path file) {
        return open(state, services, file, Clock.systemUTC());
    }

    static Scheduler open(State state, TargetServices services, Path file, Clock clock) {
        SchedulerLog log = SchedulerLog.open(file, clock);
        Dispatch dispatch = new Dispatch(state, clock, new Invocation(services), log);
        dispatch.recover();
        Scheduler scheduler = new Scheduler(state, clock, log, services, new Timer(dispatch, clock));
        scheduler.timer.start();
        return scheduler;
    }

    @Override
    public List<SchedulerClient> rooms(Caller caller) {
        return List.of(
                new Schedules(caller, state, clock, log, services, timer::changed),
                new ScheduleLists(caller, state, clock),
                new ScheduleGroups(caller, state, clock),
                new Tags(caller, state, clock));
    }

    @Override
    public void close() {
        timer.close();
        log.close();
    }
}
