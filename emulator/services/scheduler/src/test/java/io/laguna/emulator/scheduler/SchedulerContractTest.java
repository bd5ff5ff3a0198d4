package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.testkit.ServiceContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

@ExtendWith(SchedulerState.class)
class SchedulerContractTest extends ServiceContract<SchedulerClient> {
    private final State state;

    @TempDir
    private Path folder;

    private Scheduler scheduler;

    SchedulerContractTest(State state) {
        super(SchedulerClient.class, "scheduler-2021-06-30", "scheduler");
        this.state = state;
    }

    @BeforeEach
    void open() {
        Targets targets = new Targets();
        scheduler = Scheduler.open(state, targets::emr, targets::serverless, folder.resolve("scheduler.log"));
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Override
    protected List<SchedulerClient> rooms() {
        return scheduler.rooms(TestScheduler.CALLER);
    }
}
