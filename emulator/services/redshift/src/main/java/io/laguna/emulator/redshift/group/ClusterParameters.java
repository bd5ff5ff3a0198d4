package io.laguna.emulator.redshift.group;

import io.laguna.emulator.redshift.record.Kind;
import io.laguna.emulator.redshift.record.ResourceRecords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroup;
import software.amazon.awssdk.services.redshift.model.Parameter;

/**
 * The parameters of a group: those that were set, over the defaults of its family.
 *
 * @param set the parameters that were set, by their names
 */
public record ClusterParameters(ClusterParameterGroup group, Map<String, Parameter> set) {
    private static final String DEFAULT_PREFIX = "default.";

    /** Returns a caller's group, or one of those that every caller has. */
    public static Optional<ClusterParameters> find(ResourceRecords records, String name) {
        Optional<ClusterParameterGroup> group = byDefault(name).or(() -> records.find(Kind.PARAMETER_GROUP, name));
        Map<String, Parameter> set = new LinkedHashMap<>();
        records.find(Kind.PARAMETERS, name).ifPresent(kept -> kept.parameters()
                .forEach(parameter -> set.put(parameter.parameterName(), parameter)));
        return group.map(found -> new ClusterParameters(found, set));
    }

    /** Returns the groups that nobody has made, in the order of their names. */
    static List<ClusterParameterGroup> defaults() {
        return ParameterDefaults.FAMILIES.stream()
                .flatMap(family -> byDefault(DEFAULT_PREFIX + family).stream())
                .toList();
    }

    private static Optional<ClusterParameterGroup> byDefault(String name) {
        return ParameterDefaults.FAMILIES.stream()
                .filter(family -> name.equals(DEFAULT_PREFIX + family))
                .findFirst()
                .map(family -> ClusterParameterGroup.builder()
                        .parameterGroupName(name)
                        .parameterGroupFamily(family)
                        .description("Default parameter group for " + family)
                        .build());
    }

    /** Tells whether nobody has made the group, so that nobody may change it. */
    static boolean isDefault(String name) {
        return byDefault(name).isPresent();
    }

    /** Returns all parameters in the order of their names. */
    List<Parameter> all() {
        return ParameterDefaults.of(group.parameterGroupFamily()).stream()
                .map(parameter -> Optional.ofNullable(set.get(parameter.parameterName()))
                        .map(given -> parameter.toBuilder()
                                .parameterValue(given.parameterValue())
                                .source("user")
                                .build())
                        .orElse(parameter))
                .toList();
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        set.forEach((name, parameter) -> values.put(name, parameter.parameterValue()));
        return values;
    }

    /** Returns PostgreSQL's settings for the parameters that were set, each {@code name=value}. */
    public List<String> engineSettings() {
        return EngineParameters.settings(values());
    }

    /** Tells whether clients without TLS are refused. */
    public boolean requiresTls() {
        return all().stream()
                .filter(parameter -> parameter.parameterName().equals(ParameterDefaults.REQUIRE_SSL))
                .anyMatch(parameter -> Boolean.parseBoolean(parameter.parameterValue()));
    }
}
