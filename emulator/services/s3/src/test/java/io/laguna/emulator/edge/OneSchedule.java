package io.laguna.emulator.edge;

import io.laguna.emulator.edge.mount.ServiceMount;
import io.laguna.emulator.kit.Caller;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;

/**
 * A scheduler that remembers what it was asked to run.
 *
 * @param inputs of the targets
 */
record OneSchedule(List<String> inputs) implements SchedulerClient {
    /** Returns the scheduler at an edge, the same for every caller. */
    static ServiceMount mount(List<String> inputs) {
        Function<Caller, Rooms<SchedulerClient>> rooms =
                caller -> Rooms.of(SchedulerClient.class, List.of(new OneSchedule(inputs)));
        return ServiceMount.perCaller(
                ServiceDescription.reflect(SchedulerClient.class), CompletableFuture.completedFuture(rooms));
    }

    @Override
    public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
        inputs.add(request.target().input());
        return CreateScheduleResponse.builder()
                .scheduleArn("arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + request.name())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
