package io.laguna.emulator.athena.ddl.model;

import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table properties of Athena's Iceberg tables in the words of Trino's connector. Properties that only Athena's
 * OPTIMIZE and VACUUM use are kept in the table under Athena's own names.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-creating-tables.html">Table properties</a>
 * @see <a href="https://trino.io/docs/current/connector/iceberg.html#table-properties">Trino's table properties</a>
 */
public final class IcebergProperties {
    public static final String MAX_SNAPSHOT_AGE = "vacuum_max_snapshot_age_seconds";
    public static final String MIN_SNAPSHOTS = "vacuum_min_snapshots_to_keep";
    public static final String MAX_METADATA_FILES = "vacuum_max_metadata_files_to_keep";
    public static final String MIN_DATA_FILE_SIZE = "optimize_rewrite_min_data_file_size_bytes";
    public static final String MAX_DATA_FILE_SIZE = "optimize_rewrite_max_data_file_size_bytes";
    public static final String DATA_FILE_THRESHOLD = "optimize_rewrite_data_file_threshold";
    public static final String DELETE_FILE_THRESHOLD = "optimize_rewrite_delete_file_threshold";

    /** The properties that only Athena's own statements use. */
    static final Set<String> KEPT = Set.of(
            MIN_DATA_FILE_SIZE,
            MAX_DATA_FILE_SIZE,
            DATA_FILE_THRESHOLD,
            DELETE_FILE_THRESHOLD,
            MIN_SNAPSHOTS,
            MAX_SNAPSHOT_AGE,
            MAX_METADATA_FILES);

    private IcebergProperties() {}

    /** Tells whether Athena knows a property of Iceberg tables. */
    public static boolean isKnown(String key) {
        return KEPT.contains(key) || key.equals("write_compression") || key.equals("write_target_data_file_size_bytes");
    }

    /**
     * Returns the assignments for WITH (…) and SET PROPERTIES.
     *
     * @throws StatementFailure for a property that Athena does not take
     */
    public static List<String> assignments(Map<String, String> properties) {
        List<String> assignments = new ArrayList<>();
        Map<String, String> kept = new LinkedHashMap<>();
        properties.forEach((key, value) -> {
            switch (key) {
                case "table_type" -> {}
                case "format" -> assignments.add("format = " + upper(value));
                case "write_compression" -> assignments.add("compression_codec = " + upper(value));
                case "write_target_data_file_size_bytes" -> assignments.add(
                        "target_max_file_size = " + Quoted.text(number(key, value) + "B"));
                default -> {
                    if (!KEPT.contains(key)) {
                        throw Failures.icebergProperty(key);
                    }
                    kept.put(key, Long.toString(number(key, value)));
                }
            }
        });
        if (!kept.isEmpty()) {
            assignments.add("extra_properties = " + map(kept));
        }
        return assignments;
    }

    private static String map(Map<String, String> properties) {
        return "MAP(ARRAY[%s], ARRAY[%s])".formatted(texts(properties.keySet()), texts(properties.values()));
    }

    private static String texts(Iterable<String> texts) {
        List<String> quoted = new ArrayList<>();
        texts.forEach(text -> quoted.add(Quoted.text(text)));
        return quoted.stream().collect(Collectors.joining(", "));
    }

    private static String upper(String value) {
        return Quoted.text(value.toUpperCase(Locale.ROOT));
    }

    private static long number(String key, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Failures.argument("Invalid value for table property " + key + ": " + value);
        }
    }
}
