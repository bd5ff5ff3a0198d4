package io.laguna.emulator.redshift.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The meaning of parameters for the engine. */
public final class EngineParameters {
    private EngineParameters() {}

    /** Returns PostgreSQL's settings for the values of parameters, each {@code name=value}. */
    public static List<String> settings(Map<String, String> values) {
        List<String> settings = new ArrayList<>();
        values.forEach((name, value) -> {
            switch (name) {
                case "datestyle" -> settings.add("datestyle=" + value);
                case "extra_float_digits", "statement_timeout" -> settings.add(name + "=" + value);
                case "search_path" -> settings.add("search_path=" + value.replace("$user", "\"$user\""));
                case "enable_case_sensitive_identifier", "query_group" -> settings.add("laguna." + name + "=" + value);
                    // The others change nothing here: they are about what AWS does beside the statements.
                default -> {}
            }
        });
        return settings;
    }
}
