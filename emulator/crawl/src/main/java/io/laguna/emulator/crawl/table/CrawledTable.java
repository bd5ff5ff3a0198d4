package io.laguna.emulator.crawl.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.crawl.CrawlRequest;
import io.laguna.emulator.crawl.FoundTable;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.group.Group;
import io.laguna.emulator.crawl.group.Tally;
import io.laguna.emulator.crawl.schema.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * A group of files as the catalog has it. The layout is that of tables that AWS's crawlers have made, because AWS does not
 * describe it.
 */
public final class CrawledTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrawlRequest request;
    private final Group group;
    private final List<String> exclusions;

    private CrawledTable(CrawlRequest request, Group group, List<String> exclusions) {
        this.request = request;
        this.group = group;
        this.exclusions = exclusions;
    }

    /**
     * Returns the table of a group.
     *
     * @param exclusions whole paths, which the table tells its readers to leave out
     */
    public static FoundTable of(CrawlRequest request, Group group, List<String> exclusions) {
        CrawledTable table = new CrawledTable(request, group, exclusions);
        List<PartitionInput> partitions =
                group.parts().stream().map(table::partition).toList();
        return new FoundTable(table.input(), partitions, group.kind());
    }

    private TableInput input() {
        boolean kept = group.kind() == FoundTable.Kind.CATALOG || group.kind() == FoundTable.Kind.NEW_PARTITIONS;
        Map<String, String> parameters = parameters(group.like(), group.tally(), group.kind() != FoundTable.Kind.FILE);
        if (!group.keys().isEmpty() && request.configuration().createPartitionIndex()) {
            parameters.put("partition_filtering.enabled", "true");
        }
        return TableInput.builder()
                .name(kept ? group.name() : TableNames.of(request.tablePrefix(), group.name()))
                .owner("owner")
                .retention(0)
                .tableType("EXTERNAL_TABLE")
                .parameters(parameters)
                .partitionKeys(group.keys().stream()
                        .map(key -> Storage.column(key, "string"))
                        .toList())
                .storageDescriptor(Storage.of(group.location(), group.like(), group.columns(), parameters))
                .build();
    }

    private PartitionInput partition(Group.Part part) {
        Map<String, String> parameters = parameters(part.like(), part.tally(), true);
        List<Column> columns = request.configuration().inheritFromTable() ? group.columns() : part.columns();
        return PartitionInput.builder()
                .values(part.values())
                .parameters(parameters)
                .storageDescriptor(Storage.of(part.location(), part.like(), columns, parameters))
                .build();
    }

    private Map<String, String> parameters(Finding finding, Tally tally, boolean folder) {
        Map<String, String> parameters = new LinkedHashMap<>(Marks.of(request.crawler(), request.crawlId()));
        parameters.put("classification", finding.layout().classification());
        parameters.put("compressionType", finding.compression());
        parameters.put("typeOfData", "file");
        parameters.put("sizeKey", String.valueOf(tally.size()));
        parameters.put("averageRecordSize", String.valueOf(tally.average()));
        parameters.put("recordCount", String.valueOf(tally.records()));
        if (folder) {
            parameters.put("objectCount", String.valueOf(tally.objects()));
        }
        parameters.putAll(finding.layout().parameters());
        parameters.putAll(finding.own());
        if (!exclusions.isEmpty()) {
            parameters.put("exclusions", json(exclusions));
        }
        return parameters;
    }

    private static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts", e);
        }
    }
}
