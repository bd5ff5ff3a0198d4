package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.state.State;
import io.laguna.wire.Rooms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.Target;

/** The service without its thread: the test decides when it looks at the clock. */
final class TestScheduler {
    static final Caller CALLER = new Caller("123456789012", "eu-west-1");
    static final String ROLE = "arn:aws:iam::123456789012:role/schedules";
    static final Target JOB_RUN = Target.builder()
            .arn("arn:aws:scheduler:::aws-sdk:emrserverless:startJobRun")
            .roleArn(ROLE)
            .input("{\"ApplicationId\": \"00f1\", \"ExecutionRoleArn\": \"" + ROLE + "\"}")
            .build();
    static final Target STEPS = Target.builder()
            .arn("arn:aws:scheduler:::aws-sdk:emr:addJobFlowSteps")
            .roleArn(ROLE)
            .input(
                    "{\"JobFlowId\": \"j-1\", \"Steps\": [{\"Name\": \"nightly\", \"ActionOnFailure\": \"CONTINUE\","
                            + " \"HadoopJarStep\": {\"Jar\": \"command-runner.jar\", \"Args\": [\"spark-submit\", \"a.jar\"]}}]}")
            .build();

    final TestClock clock = new TestClock();
    final Targets targets = new Targets();
    final SchedulerClient client;
    private final State state;
    private final Path file;
    private Dispatch dispatch;

    TestScheduler(State state, Path folder) {
        this.state = state;
        this.file = folder.resolve("scheduler.log");
        this.dispatch = opened();
        this.client = client(CALLER);
    }

    SchedulerClient client(Caller caller) {
        SchedulerLog log = SchedulerLog.open(file, clock);
        return Rooms.of(
                        SchedulerClient.class,
                        List.<SchedulerClient>of(
                                new Schedules(caller, state, clock, log, targets, () -> {}),
                                new ScheduleLists(caller, state, clock),
                                new ScheduleGroups(caller, state, clock),
                                new Tags(caller, state, clock)))
                .client();
    }

    /** Creates a schedule of that name. */
    void create(String name, String expression, Target target, Consumer<CreateScheduleRequest.Builder> more) {
        client.createSchedule(request -> {
            request.name(name)
                    .scheduleExpression(expression)
                    .target(target)
                    .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF));
            more.accept(request);
        });
    }

    void create(String name, String expression, Target target) {
        create(name, expression, target, request -> {});
    }

    /** Lets time pass, and lets the service look at what is due. */
    void pass(Duration time) {
        clock.advance(time);
        dispatch.run();
    }

    /** Ends Laguna, and starts it again that much later. */
    void restart(Duration down) {
        clock.advance(down);
        dispatch = opened();
        dispatch.recover();
        dispatch.run();
    }

    List<String> log() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dispatch opened() {
        return new Dispatch(state, clock, new Invocation(targets), SchedulerLog.open(file, clock));
    }
}
