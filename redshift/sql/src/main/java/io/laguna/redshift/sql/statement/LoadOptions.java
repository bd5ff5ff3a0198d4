package io.laguna.redshift.sql.statement;

import java.util.Map;
import java.util.Optional;

/**
 * The options of a COPY or an UNLOAD that are said.
 *
 * @param values the value of each, as it is written; nothing between quotes for an option without a value
 */
public record LoadOptions(Map<LoadOption, String> values) {
    public LoadOptions {
        values = Map.copyOf(values);
    }

    public boolean has(LoadOption option) {
        return values.containsKey(option);
    }

    public Optional<String> value(LoadOption option) {
        return Optional.ofNullable(values.get(option));
    }

    /** Tells whether an option that is said without a value, or with ON or TRUE, is on. */
    public boolean isOn(LoadOption option) {
        return value(option)
                .filter(value -> !value.equalsIgnoreCase("off") && !value.equalsIgnoreCase("false"))
                .isPresent();
    }
}
