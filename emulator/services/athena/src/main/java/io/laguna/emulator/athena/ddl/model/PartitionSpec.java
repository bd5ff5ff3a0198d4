package io.laguna.emulator.athena.ddl.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The values of some or all of a table's partition keys: {@code PARTITION (dt = '2026-01-01', country = 'ES')}.
 *
 * @param values by the keys' names in lower case, in the order of the statement
 */
public record PartitionSpec(Map<String, String> values) {
    /**
     * Returns the values in the order of the keys.
     *
     * @throws StatementFailure when the keys are not exactly those of the table
     */
    public List<String> valuesOf(CatalogTable table) {
        checkKeys(table);
        if (values.size() != table.partitionKeys().size()) {
            throw Failures.semantic("table is partitioned but partition spec is not specified or does not fully match"
                    + " table partitioning: " + values);
        }
        return table.partitionKeys().stream().map(key -> values.get(key.name())).toList();
    }

    /**
     * Checks that a value is given for each key of a table.
     *
     * @throws StatementFailure when the table has not all of the keys
     */
    public void checkKeys(CatalogTable table) {
        if (table.partitionKeys().isEmpty()) {
            throw Failures.notPartitioned(values);
        }
        List<String> keys = table.partitionKeys().stream().map(Column::name).toList();
        values.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw Failures.semantic(
                    "[Error 10098]: Non-Partition column appears in the partition specification: " + key);
        });
    }

    /** Tells whether a partition has these values. */
    public boolean matches(CatalogTable table, List<String> partition) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < partition.size(); i++) {
            named.put(table.partitionKeys().get(i).name(), partition.get(i));
        }
        return named.entrySet().containsAll(values.entrySet());
    }

    String asCondition() {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = '" + value.getValue() + "'")
                .collect(Collectors.joining(" AND ", "(", ")"));
    }
}
