package io.laguna.emulator.redshift.group;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.ClusterRecords;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import io.laguna.emulator.redshift.request.TagLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroup;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.CreateClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterParameterGroupResponse;
import software.amazon.awssdk.services.redshift.model.DeleteClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterParameterGroupResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParameterGroupsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParameterGroupsResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterParameterGroupStateException;

/**
 * The operations on parameter groups.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterParameterGroup.html">
 *     CreateClusterParameterGroup</a>
 */
public final class ParameterGroups extends Room {
    private static final int MOST_RECORDS = 100;

    private final Caller caller;
    private final State state;

    public ParameterGroups(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public CreateClusterParameterGroupResponse createClusterParameterGroup(CreateClusterParameterGroupRequest request) {
        String name = Constraints.identifier("ParameterGroupName", request.parameterGroupName());
        new Constraints()
                .present("ParameterGroupFamily", request.parameterGroupFamily())
                .present("Description", request.description())
                .text("Description", request.description())
                .tags(request.tags())
                .check();
        if (!ParameterDefaults.FAMILIES.contains(request.parameterGroupFamily())) {
            throw Failures.parameter("ParameterGroupFamily " + request.parameterGroupFamily()
                    + " is not a valid parameter group family");
        }
        ClusterParameterGroup group = ClusterParameterGroup.builder()
                .parameterGroupName(name)
                .parameterGroupFamily(request.parameterGroupFamily())
                .description(request.description())
                .build();
        ClusterParameterGroup answer = state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            if (!records.insert(Kind.PARAMETER_GROUP, name, group)) {
                throw ClusterParameterGroupAlreadyExistsException.builder()
                        .message("ParameterGroup " + name + " already exists")
                        .build();
            }
            records.tagTable().put(arn(name), TagLists.map(request.tags()));
            return withTags(records, group);
        });
        return CreateClusterParameterGroupResponse.builder()
                .clusterParameterGroup(answer)
                .build();
    }

    @Override
    public DeleteClusterParameterGroupResponse deleteClusterParameterGroup(DeleteClusterParameterGroupRequest request) {
        String name = ParameterGroupLookup.folded(request.parameterGroupName());
        state.write(handle -> {
            if (ClusterParameters.isDefault(name) || isUsed(handle, name)) {
                throw InvalidClusterParameterGroupStateException.builder()
                        .message("The parameter group " + name + " is a default group, or a cluster uses it.")
                        .build();
            }
            ResourceRecords records = new ResourceRecords(handle, caller);
            if (!records.delete(Kind.PARAMETER_GROUP, name)) {
                throw ParameterGroupLookup.notFound(name);
            }
            records.tagTable().removeAll(arn(name));
            return records.delete(Kind.PARAMETERS, name);
        });
        return DeleteClusterParameterGroupResponse.builder().build();
    }

    private boolean isUsed(Handle handle, String name) {
        return new ClusterRecords(handle)
                .all(caller).stream()
                        .flatMap(record -> record.cluster().clusterParameterGroups().stream())
                        .anyMatch(group -> group.parameterGroupName().equals(name));
    }

    @Override
    public DescribeClusterParameterGroupsResponse describeClusterParameterGroups(
            DescribeClusterParameterGroupsRequest request) {
        new Constraints()
                .text("ParameterGroupName", request.parameterGroupName())
                .maxRecords(request.maxRecords())
                .check();
        List<ClusterParameterGroup> groups = state.read(handle -> found(handle, request));
        Page<ClusterParameterGroup> page = Page.ofSorted(
                groups,
                ClusterParameterGroup::parameterGroupName,
                request.marker(),
                Page.size(request.maxRecords(), MOST_RECORDS),
                Failures::badMarker);
        return DescribeClusterParameterGroupsResponse.builder()
                .parameterGroups(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    private List<ClusterParameterGroup> found(Handle handle, DescribeClusterParameterGroupsRequest request) {
        ResourceRecords records = new ResourceRecords(handle, caller);
        List<ClusterParameterGroup> groups = new ArrayList<>();
        Optional<String> name = Optional.ofNullable(request.parameterGroupName())
                .filter(given -> !given.isEmpty())
                .map(given -> given.toLowerCase(Locale.ROOT));
        if (name.isPresent()) {
            groups.add(ParameterGroupLookup.find(records, name.get()).group());
        } else {
            groups.addAll(ClusterParameters.defaults());
            groups.addAll(records.all(Kind.PARAMETER_GROUP));
        }
        return groups.stream()
                .map(group -> withTags(records, group))
                .filter(group -> TagLists.match(group.tags(), request.tagKeys(), request.tagValues()))
                .sorted(Comparator.comparing(ClusterParameterGroup::parameterGroupName))
                .toList();
    }

    private ClusterParameterGroup withTags(ResourceRecords records, ClusterParameterGroup group) {
        return group.toBuilder()
                .tags(TagLists.of(records.tags(arn(group.parameterGroupName()))))
                .build();
    }

    private String arn(String name) {
        return caller.arn("redshift", "parametergroup:" + name);
    }
}
