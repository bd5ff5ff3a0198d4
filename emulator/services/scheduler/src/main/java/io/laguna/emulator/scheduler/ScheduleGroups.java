package io.laguna.emulator.scheduler;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsRequest;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupSummary;

/**
 * The operations on schedule groups. Deleting a group deletes its schedules at once, where AWS shows the group as
 * DELETING for a while.
 *
 * <p>https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-group.html
 */
final class ScheduleGroups extends Room {
    private final Caller caller;
    private final State state;
    private final Clock clock;

    ScheduleGroups(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateScheduleGroupResponse createScheduleGroup(CreateScheduleGroupRequest request) {
        new Constraints()
                .name("name", request.name())
                .token(request.clientToken())
                .check();
        Instant now = clock.instant();
        Optional<String> token = Optional.ofNullable(request.clientToken());
        GroupRecord group = new GroupRecord(UUID.randomUUID(), caller, request.name(), token, now, now);
        state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            groups.makeDefault(caller, now);
            if (groups.insert(group)) {
                Tags.put(groups, group, request.tags());
            } else if (token.isEmpty()
                    || !groups.get(caller, request.name()).clientToken().equals(token)) {
                throw Failures.exists("Schedule group " + request.name());
            }
            return group;
        });
        return CreateScheduleGroupResponse.builder()
                .scheduleGroupArn(group.arn())
                .build();
    }

    @Override
    public GetScheduleGroupResponse getScheduleGroup(GetScheduleGroupRequest request) {
        new Constraints().name("name", request.name()).check();
        GroupRecord group = state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            groups.makeDefault(caller, clock.instant());
            return groups.get(caller, request.name());
        });
        return GetScheduleGroupResponse.builder()
                .arn(group.arn())
                .name(group.name())
                .state(ScheduleGroupState.ACTIVE)
                .creationDate(group.createdAt())
                .lastModificationDate(group.modifiedAt())
                .build();
    }

    @Override
    public DeleteScheduleGroupResponse deleteScheduleGroup(DeleteScheduleGroupRequest request) {
        new Constraints().name("name", request.name()).check();
        if (request.name().equals(Definition.DEFAULT_GROUP)) {
            throw Failures.invalid("The default schedule group cannot be deleted.");
        }
        state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            GroupRecord group = groups.get(caller, request.name());
            groups.delete(group);
            return group;
        });
        return DeleteScheduleGroupResponse.builder().build();
    }

    @Override
    public ListScheduleGroupsResponse listScheduleGroups(ListScheduleGroupsRequest request) {
        new Constraints()
                .optionalName("namePrefix", request.namePrefix())
                .range("maxResults", request.maxResults(), 1, Constraints.LARGEST_PAGE)
                .length("nextToken", request.nextToken(), 1, 2048)
                .check();
        String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        List<GroupRecord> wanted = state.write(transaction -> {
            GroupRecords groups = new GroupRecords(transaction);
            groups.makeDefault(caller, clock.instant());
            return groups.all(caller).stream()
                    .filter(group -> group.name().startsWith(prefix))
                    .toList();
        });
        Page<GroupRecord> page = Page.ofSorted(
                wanted,
                GroupRecord::name,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListScheduleGroupsResponse.builder()
                .scheduleGroups(
                        page.entries().stream().map(ScheduleGroups::summary).toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static ScheduleGroupSummary summary(GroupRecord group) {
        return ScheduleGroupSummary.builder()
                .arn(group.arn())
                .name(group.name())
                .state(ScheduleGroupState.ACTIVE)
                .creationDate(group.createdAt())
                .lastModificationDate(group.modifiedAt())
                .build();
    }
}
