package io.laguna.emulator.redshift.group;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.request.Constraints;
import io.laguna.emulator.redshift.request.Failures;
import io.laguna.emulator.redshift.request.Room;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.redshift.model.DefaultClusterParameters;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParametersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterParametersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeDefaultClusterParametersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeDefaultClusterParametersResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterParameterGroupStateException;
import software.amazon.awssdk.services.redshift.model.ModifyClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.ModifyClusterParameterGroupResponse;
import software.amazon.awssdk.services.redshift.model.Parameter;
import software.amazon.awssdk.services.redshift.model.ResetClusterParameterGroupRequest;
import software.amazon.awssdk.services.redshift.model.ResetClusterParameterGroupResponse;

/**
 * The operations on the parameters of groups. A cluster takes them on when it starts.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/APIReference/API_ModifyClusterParameterGroup.html">
 *     ModifyClusterParameterGroup</a>
 */
public final class ParameterValues extends Room {
    private static final int MOST_RECORDS = 100;
    private static final String CHANGED =
            "Your parameter group has been updated but changes won't get applied until you reboot the associated Clusters.";

    private final Caller caller;
    private final State state;

    public ParameterValues(Caller caller, State state) {
        this.caller = caller;
        this.state = state;
    }

    @Override
    public ModifyClusterParameterGroupResponse modifyClusterParameterGroup(ModifyClusterParameterGroupRequest request) {
        String name = ParameterGroupLookup.folded(request.parameterGroupName());
        state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            ClusterParameters parameters = modifiable(records, name);
            Map<String, Parameter> set = new LinkedHashMap<>(parameters.set());
            request.parameters().forEach(parameter -> {
                check(parameters.group().parameterGroupFamily(), parameter);
                set.put(parameter.parameterName(), parameter);
            });
            return save(records, name, set);
        });
        return ModifyClusterParameterGroupResponse.builder()
                .parameterGroupName(name)
                .parameterGroupStatus(CHANGED)
                .build();
    }

    @Override
    public ResetClusterParameterGroupResponse resetClusterParameterGroup(ResetClusterParameterGroupRequest request) {
        String name = ParameterGroupLookup.folded(request.parameterGroupName());
        boolean all = Boolean.TRUE.equals(request.resetAllParameters());
        if (!all && request.parameters().isEmpty()) {
            throw Failures.combination("Parameters or ResetAllParameters must be specified.");
        }
        state.write(handle -> {
            ResourceRecords records = new ResourceRecords(handle, caller);
            Map<String, Parameter> set =
                    new LinkedHashMap<>(modifiable(records, name).set());
            if (all) {
                set.clear();
            }
            request.parameters().forEach(parameter -> set.remove(parameter.parameterName()));
            return save(records, name, set);
        });
        return ResetClusterParameterGroupResponse.builder()
                .parameterGroupName(name)
                .parameterGroupStatus(CHANGED)
                .build();
    }

    private static ClusterParameters modifiable(ResourceRecords records, String name) {
        ClusterParameters parameters = ParameterGroupLookup.find(records, name);
        if (ClusterParameters.isDefault(name)) {
            throw InvalidClusterParameterGroupStateException.builder()
                    .message("The default parameter group " + name + " cannot be modified.")
                    .build();
        }
        return parameters;
    }

    private static ModifyClusterParameterGroupRequest save(
            ResourceRecords records, String name, Map<String, Parameter> set) {
        ModifyClusterParameterGroupRequest kept = ModifyClusterParameterGroupRequest.builder()
                .parameterGroupName(name)
                .parameters(set.values())
                .build();
        records.save(Kind.PARAMETERS, name, kept);
        return kept;
    }

    private static void check(String family, Parameter parameter) {
        new Constraints()
                .present("Parameters.ParameterName", parameter.parameterName())
                .text("Parameters.ParameterName", parameter.parameterName())
                .present("Parameters.ParameterValue", parameter.parameterValue())
                .text("Parameters.ParameterValue", parameter.parameterValue())
                .check();
        Parameter known = ParameterDefaults.find(family, parameter.parameterName())
                .orElseThrow(
                        () -> Failures.parameter("Could not find parameter with name: " + parameter.parameterName()));
        if (!ParameterChecks.allows(known, parameter.parameterValue())) {
            throw Failures.parameter("Invalid parameter value: " + parameter.parameterValue() + " for: "
                    + parameter.parameterName() + " allowed values are: " + known.allowedValues());
        }
    }

    @Override
    public DescribeClusterParametersResponse describeClusterParameters(DescribeClusterParametersRequest request) {
        new Constraints()
                .text("Source", request.source())
                .maxRecords(request.maxRecords())
                .check();
        List<Parameter> all = state.read(handle ->
                ParameterGroupLookup.find(new ResourceRecords(handle, caller), request.parameterGroupName())
                        .all()
                        .stream()
                        .filter(parameter -> request.source() == null
                                || request.source().isEmpty()
                                || parameter.source().equals(request.source()))
                        .toList());
        Page<Parameter> page = page(all, request.marker(), request.maxRecords());
        return DescribeClusterParametersResponse.builder()
                .parameters(page.entries())
                .marker(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DescribeDefaultClusterParametersResponse describeDefaultClusterParameters(
            DescribeDefaultClusterParametersRequest request) {
        new Constraints()
                .present("ParameterGroupFamily", request.parameterGroupFamily())
                .maxRecords(request.maxRecords())
                .check();
        if (!ParameterDefaults.FAMILIES.contains(request.parameterGroupFamily())) {
            throw Failures.parameter("ParameterGroupFamily " + request.parameterGroupFamily()
                    + " is not a valid parameter group family");
        }
        Page<Parameter> page =
                page(ParameterDefaults.of(request.parameterGroupFamily()), request.marker(), request.maxRecords());
        return DescribeDefaultClusterParametersResponse.builder()
                .defaultClusterParameters(DefaultClusterParameters.builder()
                        .parameterGroupFamily(request.parameterGroupFamily())
                        .parameters(page.entries())
                        .marker(page.nextToken().orElse(null))
                        .build())
                .build();
    }

    private static Page<Parameter> page(List<Parameter> all, String marker, Integer maxRecords) {
        return Page.ofSorted(
                all, Parameter::parameterName, marker, Page.size(maxRecords, MOST_RECORDS), Failures::badMarker);
    }
}
