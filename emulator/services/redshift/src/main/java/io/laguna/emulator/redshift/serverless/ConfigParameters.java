package io.laguna.emulator.redshift.serverless;

import io.laguna.emulator.redshift.group.EngineParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.redshiftserverless.model.ConfigParameter;

/**
 * The parameters of a workgroup: those of the databases, and rules that watch queries, which are kept.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_ConfigParameter.html">
 *     ConfigParameter</a>
 */
final class ConfigParameters {
    private static final Map<String, String> DEFAULTS = new LinkedHashMap<>();
    private static final List<String> RULES = List.of(
            "max_query_cpu_time",
            "max_query_blocks_read",
            "max_scan_row_count",
            "max_query_execution_time",
            "max_query_queue_time",
            "max_query_cpu_usage_percent",
            "max_query_temp_blocks_to_disk",
            "max_join_row_count",
            "max_nested_loop_join_row_count");

    static {
        DEFAULTS.put("auto_mv", "true");
        DEFAULTS.put("datestyle", "ISO, MDY");
        DEFAULTS.put("enable_case_sensitive_identifier", "false");
        DEFAULTS.put("enable_user_activity_logging", "true");
        DEFAULTS.put("query_group", "default");
        DEFAULTS.put("require_ssl", "false");
        DEFAULTS.put("search_path", "$user, public");
        DEFAULTS.put("use_fips_ssl", "false");
    }

    private ConfigParameters() {}

    /** Fails when a parameter is none of a workgroup's. */
    static void check(List<ConfigParameter> parameters) {
        for (ConfigParameter parameter : parameters) {
            String key = parameter.parameterKey();
            if (key == null || parameter.parameterValue() == null) {
                throw Failures.validation("A configuration parameter needs a parameterKey and a parameterValue.");
            }
            if (!DEFAULTS.containsKey(key) && !RULES.contains(key)) {
                throw Failures.validation("The parameter key " + key + " is not valid.");
            }
        }
    }

    /** Returns parameters with others over them, and with the defaults under them. */
    static List<ConfigParameter> over(List<ConfigParameter> before, List<ConfigParameter> changes) {
        Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
        before.forEach(parameter -> values.put(parameter.parameterKey(), parameter.parameterValue()));
        changes.forEach(parameter -> values.put(parameter.parameterKey(), parameter.parameterValue()));
        List<ConfigParameter> all = new ArrayList<>();
        values.forEach((key, value) -> all.add(ConfigParameter.builder()
                .parameterKey(key)
                .parameterValue(value)
                .build()));
        return all;
    }

    /** Returns PostgreSQL's settings for the parameters that are not as they are by default. */
    static List<String> engineSettings(List<ConfigParameter> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> !parameter.parameterValue().equals(DEFAULTS.get(parameter.parameterKey())))
                .forEach(parameter -> values.put(parameter.parameterKey(), parameter.parameterValue()));
        return EngineParameters.settings(values);
    }
}
