package io.laguna.emulator.ssm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
import software.amazon.awssdk.services.ssm.model.ParametersFilter;

/**
 * The filters of a list of parameters, all of which a parameter has to pass.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_ParameterStringFilter.html">Filter</a>
 */
record ParameterFilters(List<ParameterFilter> filters) {
    private static final Pattern KEY = Pattern.compile("tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType");
    private static final List<String> OF_LISTS = List.of("Path", "Name", "Type", "KeyId", "Tier", "DataType");
    private static final List<String> BY_PATH = List.of("Type", "KeyId", "Label");

    /** Returns the filters of DescribeParameters. */
    static ParameterFilters of(List<ParameterStringFilter> filters) {
        return checked(filters, OF_LISTS, true);
    }

    /** Returns the filters of GetParametersByPath. */
    static ParameterFilters byPath(List<ParameterStringFilter> filters) {
        return checked(filters, BY_PATH, false);
    }

    /** Returns the filters of the older form, in which a name is the beginning of one. */
    static ParameterFilters ofOld(List<ParametersFilter> filters) {
        Constraints constraints = new Constraints();
        filters.forEach(filter -> constraints
                .present("filters.key", filter.keyAsString())
                .oneOf("filters.key", filter.keyAsString(), List.of("Name", "Type", "KeyId"))
                .size("filters.values", filter.values(), 1, 50));
        constraints.check();
        return of(filters.stream()
                .map(filter -> ParameterStringFilter.builder()
                        .key(filter.keyAsString())
                        .option(filter.keyAsString().equals("Name") ? "BeginsWith" : "Equals")
                        .values(filter.values())
                        .build())
                .toList());
    }

    boolean take(ParameterRecord parameter, Supplier<Map<String, String>> tags) {
        return filters.stream().allMatch(filter -> filter.takes(parameter, tags));
    }

    private static ParameterFilters checked(List<ParameterStringFilter> given, List<String> keys, boolean withTags) {
        Constraints constraints = new Constraints();
        for (ParameterStringFilter filter : given) {
            constraints
                    .present("parameterFilters.key", filter.key())
                    .length("parameterFilters.key", filter.key(), 1, 132)
                    .pattern("parameterFilters.key", filter.key(), KEY)
                    .length("parameterFilters.option", filter.option(), 1, 10)
                    .size("parameterFilters.values", filter.values(), 0, 50);
            filter.values().forEach(value -> constraints.length("parameterFilters.values", value, 1, 1024));
        }
        constraints.check();
        Set<String> seen = new HashSet<>();
        List<ParameterFilter> filters = new ArrayList<>();
        for (ParameterStringFilter filter : given) {
            boolean known =
                    keys.contains(filter.key()) || (withTags && filter.key().startsWith(ParameterFilter.TAG));
            if (!known) {
                throw Failures.filterKey("The following filter key is not valid: " + filter.key()
                        + ". Valid filter keys include: " + keys + ".");
            }
            if (!seen.add(filter.key())) {
                throw Failures.filterKey("The following filter is duplicated in the request: " + filter.key()
                        + ". A request can contain only one occurrence of a specific filter.");
            }
            filters.add(ParameterFilter.of(filter.key(), Optional.ofNullable(filter.option()), filter.values()));
        }
        return new ParameterFilters(filters);
    }
}
