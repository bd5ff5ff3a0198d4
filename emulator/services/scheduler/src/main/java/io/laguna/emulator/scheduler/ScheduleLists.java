package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesRequest;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

/**
 * The operation that lists schedules.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html
 */
final class ScheduleLists extends Room {
    private final Caller caller;
    private final State state;
    private final Clock clock;

    ScheduleLists(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public ListSchedulesResponse listSchedules(ListSchedulesRequest request) {
        new Constraints()
                .optionalName("groupName", request.groupName())
                .optionalName("namePrefix", request.namePrefix())
                .oneOf("state", request.stateAsString(), List.copyOf(ScheduleState.knownValues()))
                .range("maxResults", request.maxResults(), 1, Constraints.LARGEST_PAGE)
                .length("nextToken", request.nextToken(), 1, 2048)
                .check();
        List<GetScheduleResponse> wanted = state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            groups.makeDefault(caller, clock.instant());
            Optional.ofNullable(request.groupName()).ifPresent(name -> groups.get(caller, name));
            return new ScheduleRecords(transaction)
                    .all(caller).stream()
                            .map(ScheduleRecord::definition)
                            .filter(schedule -> isWanted(request, schedule))
                            .sorted(Comparator.comparing(ScheduleLists::key))
                            .toList();
        });
        Page<GetScheduleResponse> page = Page.ofSorted(
                wanted,
                ScheduleLists::key,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListSchedulesResponse.builder()
                .schedules(page.entries().stream().map(ScheduleLists::summary).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static boolean isWanted(ListSchedulesRequest request, GetScheduleResponse schedule) {
        return Optional.ofNullable(request.groupName())
                        .orElse(schedule.groupName())
                        .equals(schedule.groupName())
                && schedule.name()
                        .startsWith(Optional.ofNullable(request.namePrefix()).orElse(""))
                && Optional.ofNullable(request.state()).orElse(schedule.state()) == schedule.state();
    }

    /** Returns a key that is unique among an account's schedules, because no name has a slash. */
    private static String key(GetScheduleResponse schedule) {
        return schedule.name() + "/" + schedule.groupName();
    }

    private static ScheduleSummary summary(GetScheduleResponse schedule) {
        return Shapes.copy(schedule.toBuilder().target(target -> {}).build(), ScheduleSummary.builder())
                .target(target -> target.arn(schedule.target().arn()))
                .build();
    }
}
