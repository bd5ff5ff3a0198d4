package io.laguna.emulator.ssm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * A filter of a list of parameters, which one of its values passes.
 *
 * @param option how a value is compared: Equals, BeginsWith, Contains; Recursive or OneLevel for a path
 */
record ParameterFilter(String key, String option, List<String> values) {
    static final String TAG = "tag:";

    static ParameterFilter of(String key, Optional<String> option, List<String> values) {
        if (values.isEmpty() && !key.startsWith(TAG)) {
            throw Failures.filterValue("The following filter values are missing : null for filter key " + key + ".");
        }
        String chosen = option.orElse(key.equals("Path") ? "OneLevel" : "Equals");
        List<String> options =
                switch (key) {
                    case "Path" -> List.of("Recursive", "OneLevel");
                    case "Name" -> List.of("BeginsWith", "Equals", "Contains");
                    default -> List.of("BeginsWith", "Equals");
                };
        if (!options.contains(chosen)) {
            throw Failures.filterOption("The following filter option is not valid: " + chosen
                    + ". Valid options include: " + options + ".");
        }
        checkValues(key, values);
        return new ParameterFilter(key, chosen, values);
    }

    private static void checkValues(String key, List<String> values) {
        switch (key) {
            case "Type" -> oneOf(ParameterType.knownValues(), values);
            case "Tier" -> oneOf(ParameterTier.knownValues(), values);
            case "Path" -> values.forEach(value -> ParameterPath.ofFilter(value, false));
            default -> {}
        }
    }

    private static void oneOf(Set<?> known, List<String> values) {
        List<String> names = known.stream().map(Object::toString).toList();
        values.stream().filter(value -> !names.contains(value)).findFirst().ifPresent(value -> {
            throw Failures.filterValue(
                    "The following filter value is not valid: " + value + ". Valid values include: " + names + ".");
        });
    }

    boolean takes(ParameterRecord parameter, Supplier<Map<String, String>> tags) {
        return switch (key) {
            case "Name" -> fits(slashed(parameter.name()), !option.equals("Contains"));
            case "Type" -> fits(parameter.type().toString(), false);
            case "KeyId" -> parameter.keyId().filter(id -> fits(id, false)).isPresent();
            case "Tier" -> fits(parameter.tier().toString(), false);
            case "DataType" -> fits(parameter.dataType(), false);
            case "Label" -> parameter.labels().stream().anyMatch(label -> fits(label, false));
            case "Path" -> values.stream().anyMatch(value -> ParameterPath.ofFilter(value, option.equals("Recursive"))
                    .has(parameter.name()));
            default -> Optional.ofNullable(tags.get().get(key.substring(TAG.length())))
                    .filter(value -> values.isEmpty() || fits(value, false))
                    .isPresent();
        };
    }

    /** A name without a slash and the same one with it are one name in a filter. */
    private boolean fits(String text, boolean isName) {
        return values.stream().map(value -> isName ? slashed(value) : value).anyMatch(value -> switch (option) {
            case "BeginsWith" -> text.startsWith(value);
            case "Contains" -> text.contains(value);
            default -> text.equals(value);
        });
    }

    private static String slashed(String name) {
        return name.startsWith("/") ? name : "/" + name;
    }
}
