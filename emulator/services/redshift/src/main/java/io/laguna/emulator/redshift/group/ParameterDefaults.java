package io.laguna.emulator.redshift.group;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshift.model.Parameter;
import software.amazon.awssdk.services.redshift.model.ParameterApplyType;

/**
 * The parameters of clusters with their defaults, and their meaning for the engine.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html">Parameter groups</a>
 */
public final class ParameterDefaults {
    static final String FAMILY = "redshift-1.0";
    static final String FAMILY_2 = "redshift-2.0";
    static final List<String> FAMILIES = List.of(FAMILY, FAMILY_2);
    static final String REQUIRE_SSL = "require_ssl";

    private static final String ENGINE_DEFAULT = "engine-default";
    private static final String BOOLEAN = "true,false";

    private ParameterDefaults() {}

    /** Returns the parameters of a family in the order of their names. */
    static List<Parameter> of(String family) {
        return List.of(
                parameter(
                        "auto_analyze", "true", "boolean", BOOLEAN, "Whether statistics are collected by themselves."),
                parameter("auto_mv", "true", "boolean", BOOLEAN, "Whether materialized views are made by themselves."),
                parameter("datestyle", "ISO, MDY", "string", null, "How dates and times are written and read."),
                parameter(
                        "enable_case_sensitive_identifier",
                        "false",
                        "boolean",
                        BOOLEAN,
                        "Whether identifiers in quotes keep their case."),
                parameter(
                        "enable_user_activity_logging",
                        "false",
                        "boolean",
                        BOOLEAN,
                        "Whether statements are logged before they run."),
                parameter(
                        "extra_float_digits", "0", "integer", "-15-2", "How many digits floating-point numbers have."),
                parameter(
                        "max_concurrency_scaling_clusters",
                        "1",
                        "integer",
                        "0-10",
                        "How many clusters concurrency scaling may add."),
                parameter("query_group", "default", "string", null, "The group of queries of a session."),
                parameter(
                        REQUIRE_SSL,
                        family.equals(FAMILY_2) ? "true" : "false",
                        "boolean",
                        BOOLEAN,
                        "Whether clients have to use TLS."),
                parameter(
                        "search_path", "$user, public", "string", null, "Where names without a schema are looked up."),
                parameter(
                        "statement_timeout",
                        "0",
                        "integer",
                        "0,100-2147483647",
                        "The milliseconds after which a statement is cancelled; 0 for never."),
                parameter("use_fips_ssl", "false", "boolean", BOOLEAN, "Whether TLS is FIPS-compliant."),
                parameter(
                        "wlm_json_configuration",
                        "[{\"auto_wlm\":true}]",
                        "string",
                        null,
                        "The queues of workload management."));
    }

    private static Parameter parameter(String name, String value, String type, String allowed, String description) {
        boolean dynamic = name.equals("wlm_json_configuration") || name.equals("max_concurrency_scaling_clusters");
        return Parameter.builder()
                .parameterName(name)
                .parameterValue(value)
                .description(description)
                .source(ENGINE_DEFAULT)
                .dataType(type)
                .allowedValues(allowed)
                .applyType(dynamic ? ParameterApplyType.DYNAMIC : ParameterApplyType.STATIC)
                .isModifiable(true)
                .build();
    }

    /** Returns the parameter of a family with a name. */
    static Optional<Parameter> find(String family, String name) {
        return of(family).stream()
                .filter(parameter -> parameter.parameterName().equals(name))
                .findFirst();
    }
}
