package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.ExistingCatalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;

/** A database of the catalog as it was when a crawl first asked. A database that is not there has no tables. */
final class StoredDatabase implements ExistingCatalog {
    private final GlueClient glue;
    private final String database;
    private final Map<String, List<Partition>> partitions = new HashMap<>();
    private final List<Table> tables;

    StoredDatabase(GlueClient glue, String database) {
        this.glue = glue;
        this.database = database;
        this.tables = read();
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public List<Partition> partitions(String table) {
        return partitions.computeIfAbsent(table, this::read);
    }

    private List<Partition> read(String table) {
        return glue.getPartitionsPaginator(get -> get.databaseName(database).tableName(table)).stream()
                .flatMap(page -> page.partitions().stream())
                .toList();
    }

    private List<Table> read() {
        try {
            return glue.getTablesPaginator(get -> get.databaseName(database)).stream()
                    .flatMap(page -> page.tableList().stream())
                    .toList();
        } catch (EntityNotFoundException e) {
            return List.of();
        }
    }
}
