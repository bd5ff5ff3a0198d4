package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.GetScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleResponse;

/**
 * The operations on single schedules.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule.html
 */
final class Schedules extends Room {
    /** The text in place of every token, because the SDK makes a token up where a request has none. */
    private static final String SAME = "-";

    private final Caller caller;
    private final State state;
    private final Clock clock;
    private final SchedulerLog log;
    private final TargetServices services;
    private final Runnable changed;

    Schedules(Caller caller, State state, Clock clock, SchedulerLog log, TargetServices services, Runnable changed) {
        this.caller = caller;
        this.services = services;
        this.state = state;
        this.clock = clock;
        this.log = log;
        this.changed = changed;
    }

    @Override
    public CreateScheduleResponse createSchedule(CreateScheduleRequest request) {
        new Constraints().token(request.clientToken()).check();
        Instant now = clock.instant();
        GetScheduleResponse definition = dated(Definition.of(request, now, services), now, now);
        ScheduleRecord.Creation creation = new ScheduleRecord.Creation(
                Optional.ofNullable(request.clientToken()),
                ShapeJson.write(request.toBuilder().clientToken(SAME).build()));
        state.write(transaction -> {
            GroupRecord group = group(new GroupRecords(transaction), definition.groupName());
            ScheduleRecord schedule = from(UUID.randomUUID(), group, definition, creation, start(definition, now));
            ScheduleRecords schedules = new ScheduleRecords(transaction);
            if (!schedules.insert(schedule)
                    && schedules
                            .find(group, definition.name())
                            .filter(known -> known.creation().isRepeatedBy(creation))
                            .isEmpty()) {
                throw Failures.exists("Schedule " + definition.name());
            }
            return schedule;
        });
        changed.run();
        return CreateScheduleResponse.builder().scheduleArn(definition.arn()).build();
    }

    @Override
    public GetScheduleResponse getSchedule(GetScheduleRequest request) {
        check(request.name(), request.groupName());
        return state.write(transaction -> new ScheduleRecords(transaction)
                .find(group(new GroupRecords(transaction), request.groupName()), request.name())
                .orElseThrow(() -> Failures.noSchedule(request.name()))
                .definition());
    }

    @Override
    public UpdateScheduleResponse updateSchedule(UpdateScheduleRequest request) {
        new Constraints().token(request.clientToken()).check();
        Instant now = clock.instant();
        GetScheduleResponse given = Definition.of(request, now, services);
        String arn = state.write(transaction -> {
            ScheduleRecords schedules = new ScheduleRecords(transaction);
            ScheduleRecord known =
                    schedules.locked(group(new GroupRecords(transaction), given.groupName()), given.name());
            GetScheduleResponse definition = dated(given, known.definition().creationDate(), now);
            schedules.update(updated(known, definition, now));
            if (!Definition.isEnabled(definition)) {
                String reason = "The schedule has been disabled.";
                new OccurrenceRecords(transaction)
                        .cancel(known.id(), reason)
                        .forEach(each -> log.write(known, each, each.attempt(), "MISSED", reason));
            }
            return definition.arn();
        });
        changed.run();
        return UpdateScheduleResponse.builder().scheduleArn(arn).build();
    }

    @Override
    public DeleteScheduleResponse deleteSchedule(DeleteScheduleRequest request) {
        check(request.name(), request.groupName());
        state.write(transaction -> {
            ScheduleRecords schedules = new ScheduleRecords(transaction);
            ScheduleRecord known =
                    schedules.locked(group(new GroupRecords(transaction), request.groupName()), request.name());
            schedules.delete(known.id());
            return known;
        });
        return DeleteScheduleResponse.builder().build();
    }

    /**
     * Returns a schedule with a new definition. A rate goes on counting as it did, unless it is another one;
     * occurrences that are decided already are not decided again.
     */
    private static ScheduleRecord updated(ScheduleRecord known, GetScheduleResponse definition, Instant now) {
        boolean same = known.definition().scheduleExpression().equals(definition.scheduleExpression())
                && Optional.ofNullable(known.definition().startDate())
                        .equals(Optional.ofNullable(definition.startDate()));
        Instant countedFrom = same ? known.countedFrom() : start(definition, now);
        ScheduleRecord changed = new ScheduleRecord(
                known.id(), known.group(), known.owner(), definition, known.creation(), countedFrom, Optional.empty());
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        Instant from =
                known.nextAt().filter(due -> same && due.isBefore(second)).orElse(second);
        return next(changed, from);
    }

    private static ScheduleRecord from(
            UUID id,
            GroupRecord group,
            GetScheduleResponse definition,
            ScheduleRecord.Creation creation,
            Instant countedFrom) {
        ScheduleRecord schedule =
                new ScheduleRecord(id, group.id(), group.owner(), definition, creation, countedFrom, Optional.empty());
        return next(schedule, definition.creationDate().truncatedTo(ChronoUnit.SECONDS));
    }

    private static ScheduleRecord next(ScheduleRecord schedule, Instant from) {
        return schedule.decidedUntil(from.minusSeconds(1));
    }

    /** Returns the time from which a rate counts. Without a start date a rate starts at once. */
    private static Instant start(GetScheduleResponse definition, Instant now) {
        return Optional.ofNullable(definition.startDate()).orElse(now).truncatedTo(ChronoUnit.SECONDS);
    }

    private GetScheduleResponse dated(GetScheduleResponse definition, Instant created, Instant modified) {
        return definition.toBuilder()
                .arn(caller.arn("scheduler", "schedule/" + definition.groupName() + "/" + definition.name()))
                .creationDate(created)
                .lastModificationDate(modified)
                .build();
    }

    private GroupRecord group(GroupRecords groups, String name) {
        groups.makeDefault(caller, clock.instant());
        return groups.get(caller, Optional.ofNullable(name).orElse(Definition.DEFAULT_GROUP));
    }

    private static void check(String name, String group) {
        new Constraints().name("name", name).optionalName("groupName", group).check();
    }
}
