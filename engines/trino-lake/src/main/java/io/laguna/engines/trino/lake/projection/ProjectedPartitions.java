package io.laguna.engines.trino.lake.projection;

import io.trino.metastore.Partition;
import io.trino.metastore.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The partitions that projected values make: like their table, in folders of their own.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html">Set up partition
 *     projection</a>, which has {@code storage.location.template}
 */
record ProjectedPartitions(Table table, List<ColumnSettings> columns, List<Projection> projections) {
    /** Returns the partition of some values. */
    Partition of(List<String> values) {
        return Partition.builder()
                .setDatabaseName(table.getDatabaseName())
                .setTableName(table.getTableName())
                .setColumns(table.getDataColumns())
                .setValues(values)
                .setParameters(Map.of())
                .withStorage(
                        storage -> storage.setStorageFormat(table.getStorage().getStorageFormat())
                                .setLocation(location(values))
                                .setBucketProperty(table.getStorage().getBucketProperty())
                                .setSerdeParameters(table.getStorage().getSerdeParameters()))
                .build();
    }

    /** Returns where a partition's files are: nothing in a value is escaped. */
    private String location(List<String> values) {
        List<String> written = IntStream.range(0, values.size())
                .mapToObj(at -> projections.get(at).written(values.get(at)))
                .toList();
        return Optional.ofNullable(table.getParameters().get("storage.location.template"))
                .map(template -> expanded(template.strip(), written))
                .orElseGet(() -> {
                    String folder = table.getStorage().getLocation();
                    return (folder.endsWith("/") ? folder : folder + "/")
                            + IntStream.range(0, written.size())
                                    .mapToObj(at -> columns.get(at).column() + "=" + written.get(at))
                                    .collect(Collectors.joining("/", "", "/"));
                });
    }

    private String expanded(String template, List<String> written) {
        String location = template;
        for (int at = 0; at < written.size(); at++) {
            String placeholder = "${" + columns.get(at).column() + "}";
            if (!template.contains(placeholder)) {
                throw columns.get(at).invalidTemplate(template, placeholder);
            }
            location = location.replace(placeholder, written.get(at));
        }
        return location;
    }
}
