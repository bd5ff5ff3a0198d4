package io.laguna.emulator.crawl.table;

import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.schema.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** The place of the files of a table or a partition, and the way they are read. */
final class Storage {
    private static final String JSON_SERDE = "org.openx.data.jsonserde.JsonSerDe";
    private static final String AVRO_LITERAL = "avro.schema.literal";

    private Storage() {}

    static software.amazon.awssdk.services.glue.model.Column column(String name, String type) {
        return software.amazon.awssdk.services.glue.model.Column.builder()
                .name(name)
                .type(type)
                .build();
    }

    static StorageDescriptor of(
            String location, Finding finding, List<Column> columns, Map<String, String> parameters) {
        StorageDescriptor.Builder storage = StorageDescriptor.builder()
                .location(location)
                .columns(columns.stream()
                        .map(column -> column(column.name(), column.type().text()))
                        .toList())
                .compressed(!finding.compression().equals("none"))
                .numberOfBuckets(-1)
                .bucketColumns(List.of())
                .sortColumns(List.of())
                .storedAsSubDirectories(false)
                .parameters(parameters)
                .serdeInfo(serde(finding, columns));
        if (!finding.layout().inputFormat().isEmpty()) {
            storage.inputFormat(finding.layout().inputFormat())
                    .outputFormat(finding.layout().outputFormat());
        }
        return storage.build();
    }

    private static SerDeInfo serde(Finding finding, List<Column> columns) {
        Map<String, String> parameters = new LinkedHashMap<>(finding.layout().serdeParameters());
        if (finding.layout().serde().equals(JSON_SERDE)) {
            parameters.put("paths", columns.stream().map(Column::key).sorted().collect(Collectors.joining(",")));
        }
        if (finding.own().containsKey(AVRO_LITERAL)) {
            parameters.put(AVRO_LITERAL, finding.own().get(AVRO_LITERAL));
        }
        SerDeInfo.Builder serde = SerDeInfo.builder().parameters(parameters);
        return finding.layout().serde().isEmpty()
                ? serde.build()
                : serde.serializationLibrary(finding.layout().serde()).build();
    }
}
