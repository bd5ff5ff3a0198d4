package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.testkit.ServiceContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

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
        scheduler = Scheduler.open(state, new Targets(), folder.resolve("scheduler.log"));
    }

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Override
    protected List<SchedulerClient> rooms() {
        return scheduler.rooms(TestScheduler.CALLER);
    }

    @Override
    protected void restart() {
        close();
        open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(
                made -> CreateScheduleGroupRequest.builder().name(name).build(), made -> CreateScheduleRequest.builder()
                        .name(name)
                        .groupName(name)
                        .scheduleExpression("at(2999-12-31T00:00:00)")
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
                        .target(TestScheduler.STEPS)
                        .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Optional.ofNullable(made.get("ScheduleGroupArn"))
                .map(arn -> Map.of("ResourceArn", arn))
                .orElse(Map.of());
    }

    /** A group has nothing but its name and tags; AWS does not say what other tags under the same token mean. */
    @Override
    protected Optional<String> telling(String operation) {
        return Optional.of("Description").filter(member -> operation.equals("CreateSchedule"));
    }

    @Override
    protected String otherRequest() {
        return "ConflictException";
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("ScheduleGroupArn");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return made.get("ScheduleGroupArn") + "_none";
    }
}
