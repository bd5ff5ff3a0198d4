package io.laguna.emulator.redshift.group;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.redshift.model.Parameter;

/** The values that parameters may have: {@code true,false}, {@code 0,100-2147483647}, or any text. */
final class ParameterChecks {
    private static final Pattern RANGE = Pattern.compile("(-?\\d+)-(-?\\d+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private ParameterChecks() {}

    static boolean allows(Parameter parameter, String value) {
        Optional<String> allowed = Optional.ofNullable(parameter.allowedValues());
        return allowed.isEmpty() || List.of(allowed.get().split(",")).stream().anyMatch(one -> allows(one, value));
    }

    private static boolean allows(String allowed, String value) {
        Matcher range = RANGE.matcher(allowed);
        if (!range.matches()) {
            return allowed.equals(value);
        }
        OptionalLong number =
                NUMBER.matcher(value).matches() ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
        return number.isPresent()
                && number.getAsLong() >= Long.parseLong(range.group(1))
                && number.getAsLong() <= Long.parseLong(range.group(2));
    }
}
