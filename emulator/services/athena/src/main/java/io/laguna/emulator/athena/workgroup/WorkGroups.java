package io.laguna.emulator.athena.workgroup;

import io.laguna.emulator.athena.request.Constraints;
import io.laguna.emulator.athena.request.Failures;
import io.laguna.emulator.athena.request.Room;
import io.laguna.emulator.athena.tag.TagRecords;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.shape.Shapes;
import io.laguna.emulator.kit.state.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.athena.model.CreateWorkGroupRequest;
import software.amazon.awssdk.services.athena.model.CreateWorkGroupResponse;
import software.amazon.awssdk.services.athena.model.DeleteWorkGroupRequest;
import software.amazon.awssdk.services.athena.model.DeleteWorkGroupResponse;
import software.amazon.awssdk.services.athena.model.EngineVersion;
import software.amazon.awssdk.services.athena.model.GetWorkGroupRequest;
import software.amazon.awssdk.services.athena.model.GetWorkGroupResponse;
import software.amazon.awssdk.services.athena.model.ListEngineVersionsRequest;
import software.amazon.awssdk.services.athena.model.ListEngineVersionsResponse;
import software.amazon.awssdk.services.athena.model.ListWorkGroupsRequest;
import software.amazon.awssdk.services.athena.model.ListWorkGroupsResponse;
import software.amazon.awssdk.services.athena.model.UpdateWorkGroupRequest;
import software.amazon.awssdk.services.athena.model.UpdateWorkGroupResponse;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupState;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

/**
 * The operations on workgroups, which decide where results of queries go and how much queries may read.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/workgroups-manage-queries-control-costs.html">Workgroups</a>
 */
public final class WorkGroups extends Room {
    private final Caller caller;
    private final State state;
    private final Clock clock;

    public WorkGroups(Caller caller, State state, Clock clock) {
        this.caller = caller;
        this.state = state;
        this.clock = clock;
    }

    @Override
    public CreateWorkGroupResponse createWorkGroup(CreateWorkGroupRequest request) {
        new Constraints()
                .workGroup("name", request.name())
                .length("description", request.description(), 0, 1024)
                .tags("tags", request.tags())
                .check();
        if (request.hasTags() && request.tags().isEmpty()) {
            throw Failures.invalid("Tags provided upon WorkGroup creation must not be empty");
        }
        if (request.name().equals(WorkGroupRecords.PRIMARY)) {
            throw Failures.invalid("primary workGroup could not be created");
        }
        WorkGroup group = WorkGroup.builder()
                .name(request.name())
                .state(WorkGroupState.ENABLED)
                .description(Optional.ofNullable(request.description()).orElse(""))
                .configuration(WorkGroupSettings.created(Optional.ofNullable(request.configuration())
                        .orElse(WorkGroupConfiguration.builder().build())))
                .creationTime(clock.instant())
                .build();
        return state.write(transaction -> {
            if (!new WorkGroupRecords(transaction).insert(caller, group)) {
                throw Failures.invalid("WorkGroup is already created");
            }
            new TagRecords(transaction).put(WorkGroupRecords.arn(caller, group.name()), request.tags());
            return CreateWorkGroupResponse.builder().build();
        });
    }

    @Override
    public GetWorkGroupResponse getWorkGroup(GetWorkGroupRequest request) {
        new Constraints().workGroup("workGroup", request.workGroup()).check();
        WorkGroup group = state.read(handle -> new WorkGroupRecords(handle).get(caller, request.workGroup()));
        return GetWorkGroupResponse.builder().workGroup(group).build();
    }

    @Override
    public UpdateWorkGroupResponse updateWorkGroup(UpdateWorkGroupRequest request) {
        new Constraints()
                .workGroup("workGroup", request.workGroup())
                .length("description", request.description(), 0, 1024)
                .oneOf("state", request.stateAsString(), List.copyOf(WorkGroupState.knownValues()))
                .check();
        return state.write(transaction -> {
            WorkGroupRecords groups = new WorkGroupRecords(transaction);
            WorkGroup before = groups.lock(caller, request.workGroup());
            WorkGroup.Builder after = Shapes.copy(request, before.toBuilder());
            Optional.ofNullable(request.configurationUpdates())
                    .ifPresent(
                            updates -> after.configuration(WorkGroupSettings.updated(before.configuration(), updates)));
            groups.save(caller, after.build());
            return UpdateWorkGroupResponse.builder().build();
        });
    }

    @Override
    public DeleteWorkGroupResponse deleteWorkGroup(DeleteWorkGroupRequest request) {
        new Constraints().workGroup("workGroup", request.workGroup()).check();
        String name = request.workGroup();
        if (name.equals(WorkGroupRecords.PRIMARY)) {
            throw Failures.invalid("primary workGroup could not be deleted");
        }
        return state.write(transaction -> {
            WorkGroupRecords groups = new WorkGroupRecords(transaction);
            WorkGroup group = groups.lock(caller, name);
            if (!Boolean.TRUE.equals(request.recursiveDeleteOption()) && !groups.isEmpty(caller, group.name())) {
                throw Failures.invalid("WorkGroup " + name + " is not empty");
            }
            groups.delete(caller, name);
            new TagRecords(transaction).removeAll(WorkGroupRecords.arn(caller, name));
            return DeleteWorkGroupResponse.builder().build();
        });
    }

    @Override
    public ListWorkGroupsResponse listWorkGroups(ListWorkGroupsRequest request) {
        new Constraints().page(request.maxResults(), 1, request.nextToken()).check();
        List<WorkGroup> all = state.read(handle -> new WorkGroupRecords(handle).all(caller));
        Page<WorkGroup> page = Page.ofSorted(
                all,
                WorkGroup::name,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListWorkGroupsResponse.builder()
                .workGroups(page.entries().stream()
                        .map(group -> Shapes.copy(group, WorkGroupSummary.builder())
                                .engineVersion(group.configuration().engineVersion())
                                .build())
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public ListEngineVersionsResponse listEngineVersions(ListEngineVersionsRequest request) {
        new Constraints().page(request.maxResults(), 1, request.nextToken()).check();
        Page<EngineVersion> page = Page.ofSorted(
                EngineVersions.all(),
                EngineVersion::selectedEngineVersion,
                request.nextToken(),
                Page.size(request.maxResults(), Constraints.LARGEST_PAGE),
                Failures::badToken);
        return ListEngineVersionsResponse.builder()
                .engineVersions(page.entries())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }
}
