package io.laguna.emulator.crawl.table;

import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.schema.Column;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A table of Iceberg as the catalog has it: its metadata say how it is read. */
public final class IcebergInput {
    private IcebergInput() {}

    /**
     * Returns the table of a folder.
     *
     * @param metadata the address of its newest metadata
     */
    public static FoundTable of(CrawlRequest request, String location, String metadata, List<Column> columns) {
        Map<String, String> parameters = Marks.of(request.crawler(), request.crawlId());
        parameters.put("table_type", "ICEBERG");
        parameters.put("classification", "iceberg");
        parameters.put("metadata_location", metadata);
        String folder = location.substring(0, location.length() - 1);
        TableInput input = TableInput.builder()
                .name(TableNames.of(request.tablePrefix(), folder.substring(folder.lastIndexOf('/') + 1)))
                .owner("owner")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .parameters(parameters)
                .storageDescriptor(StorageDescriptor.builder()
                        .location(folder)
                        .columns(columns.stream()
                                .map(column -> Storage.column(
                                        column.name(), column.type().text()))
                                .toList())
                        .build())
                .build();
        return new FoundTable(input, List.of(), FoundTable.Kind.ICEBERG);
    }
}
