package io.laguna.redshift.sql.expression;

import java.util.Map;
import java.util.Set;

/**
 * The parameters of a session that PostgreSQL lacks. Each is a setting with the prefix {@code laguna}.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/cm_chap_ConfigurationRef.html">Configuration reference</a>
 */
public final class Parameters {
    /** The parameters with their defaults. */
    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("activate_aqua", "auto"),
            Map.entry("analyze_threshold_percent", "10"),
            Map.entry("cast_super_null_on_error", "on"),
            Map.entry("datashare_break_glass_session_var", ""),
            Map.entry("default_identifier_case", "lower"),
            Map.entry("describe_field_name_in_uppercase", "off"),
            Map.entry("downcase_delimited_identifier", "on"),
            Map.entry("enable_case_sensitive_identifier", "off"),
            Map.entry("enable_case_sensitive_super_attribute", "off"),
            Map.entry("enable_numeric_rounding", "on"),
            Map.entry("enable_result_cache_for_session", "on"),
            Map.entry("enable_spectrum_oid", "on"),
            Map.entry("enable_vacuum_boost", "off"),
            Map.entry("error_on_nondeterministic_update", "off"),
            Map.entry("interval_forbid_composite_literals", "on"),
            Map.entry("json_parse_dedup_attributes", "off"),
            Map.entry("json_serialization_enable", "off"),
            Map.entry("json_serialization_parse_nested_strings", "off"),
            Map.entry("max_concurrency_scaling_clusters", "1"),
            Map.entry("max_cursor_result_set_size", "default"),
            Map.entry("mv_enable_aqmv_for_session", "on"),
            Map.entry("navigate_super_null_on_error", "on"),
            Map.entry("parse_super_null_on_error", "off"),
            Map.entry("pg_federation_repeatable_read", "on"),
            Map.entry("query_group", "unset"),
            Map.entry("spectrum_enable_pseudo_columns", "on"),
            Map.entry("spectrum_query_maxerror", "-1"),
            Map.entry("stored_proc_log_min_messages", "LOG"),
            Map.entry("use_fips_ssl", "off"),
            Map.entry("wlm_query_slot_count", "1"));

    private Parameters() {}

    /** Returns the names of all parameters of Redshift's own. */
    public static Set<String> names() {
        return OWN.keySet();
    }

    /** Tells whether PostgreSQL lacks a parameter that Redshift has. */
    public static boolean isOwn(String name) {
        return OWN.containsKey(name);
    }

    /** Returns the default of a parameter of Redshift's own. */
    public static String value(String name) {
        return OWN.get(name);
    }
}
