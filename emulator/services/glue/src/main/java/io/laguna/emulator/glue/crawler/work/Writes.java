package io.laguna.emulator.glue.crawler.work;

import io.laguna.emulator.crawl.CatalogChange;
import io.laguna.emulator.crawl.LogLine;
import io.laguna.emulator.glue.request.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.BatchUpdatePartitionRequestEntry;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.ErrorDetail;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The changes of a journal on their way into the catalog. Each may be made again: one that is there already is passed over,
 * so that a crawl that was killed in the middle goes on from the beginning.
 */
public final class Writes {
    private static final int BATCH = 100;
    private static final int DELETE_BATCH = 25;
    private static final String INDEX = "crawler_partition_index";
    private static final String RUN = "CRAWL_RUN_ID";
    private static final String DEPRECATED = "DEPRECATED_BY_CRAWLER";

    private final GlueClient glue;
    private final ManifestWrites manifests;
    private final CrawlOrder order;
    private final CrawlLog log;
    private final Summary summary = new Summary();
    private final List<String> refusals = new ArrayList<>();

    /** Creates the writes of one crawl, which are used once. */
    public Writes(CrawlSettings settings, CrawlOrder order, CrawlLog log) {
        this.glue = settings.glue().apply(order.caller());
        this.manifests = new ManifestWrites(settings.s3().apply(order.caller()));
        this.order = order;
        this.log = log;
    }

    /** Makes all changes. A change that the catalog refuses does not keep the others from being made. */
    public Applied apply(Journal journal) {
        log.write(journal.warnings());
        boolean none = journal.databases().stream()
                .allMatch(database -> database.changes().isEmpty());
        if (none) {
            log.write(journal.decisions().stream()
                    .map(decision -> LogLine.info(decision.location() + ": " + decision.reason()))
                    .toList());
        }
        journal.manifests().forEach(manifests::write);
        journal.databases().forEach(this::apply);
        log.benchmark("Finished writing to Catalog");
        log.write(summary.lines());
        return new Applied(summary.tables(), summary.partitions(), refusals, journal.folders(), summary.json());
    }

    private void apply(Journal.OfDatabase database) {
        if (database.changes().stream().anyMatch(each -> each.change() instanceof CatalogChange.CreateTable)) {
            create(database.database());
        }
        for (Journal.Change each : database.changes()) {
            CatalogChange change = each.change();
            try {
                make(database.database(), change);
                log.write(change.lines());
            } catch (GlueException e) {
                if (!Failures.isRefusal(e)) {
                    throw e;
                }
                refuse(change.table(), e.getMessage());
            }
        }
    }

    private void create(String database) {
        try {
            glue.createDatabase(create -> create.databaseInput(input -> input.name(database)));
        } catch (AlreadyExistsException e) {
            // It is there.
        }
    }

    private void make(String database, CatalogChange change) {
        if (change instanceof CatalogChange.CreateTable create) {
            create(database, create);
        } else if (change instanceof CatalogChange.UpdateTable update) {
            update(database, update.after(), RUN);
            summary.table(change.table(), Counts.ofUpdated(1));
        } else if (change instanceof CatalogChange.DeprecateTable deprecate) {
            update(database, deprecate.after(), DEPRECATED);
            summary.table(change.table(), Counts.ofUpdated(1));
        } else if (change instanceof CatalogChange.DeleteTable) {
            delete(database, change.table());
        } else if (change instanceof CatalogChange.CreatePartitions create) {
            create(database, create);
        } else if (change instanceof CatalogChange.UpdatePartitions update) {
            update(database, update);
        } else if (change instanceof CatalogChange.DeletePartitions delete) {
            delete(database, delete);
        }
    }

    /** A table of the name that somebody else has made since the crawl has looked stays as it is. */
    private void create(String database, CatalogChange.CreateTable create) {
        TableInput input = create.input();
        List<PartitionIndex> index = create.partitionIndex()
                        && !input.partitionKeys().isEmpty()
                ? List.of(PartitionIndex.builder()
                        .indexName(INDEX)
                        .keys(input.partitionKeys().stream().map(Column::name).toList())
                        .build())
                : List.of();
        try {
            glue.createTable(
                    request -> request.databaseName(database).tableInput(input).partitionIndexes(index));
        } catch (AlreadyExistsException e) {
            if (!isOurs(table(database, input.name()), RUN, order.id())) {
                throw e;
            }
        }
        summary.table(create.table(), Counts.ofAdded(1));
    }

    /**
     * Updates a table, unless this crawl has done so already.
     *
     * @param mark the parameter by which that is known
     */
    private void update(String database, TableInput after, String mark) {
        String value = after.parameters().getOrDefault(mark, "");
        boolean tells = mark.equals(DEPRECATED) || value.equals(order.id());
        if (!tells || !isOurs(table(database, after.name()), mark, value)) {
            glue.updateTable(request -> request.databaseName(database).tableInput(after));
        }
    }

    private void delete(String database, String table) {
        try {
            glue.deleteTable(request -> request.databaseName(database).name(table));
        } catch (EntityNotFoundException e) {
            // It is gone.
        }
        summary.table(table, Counts.ofDeleted(1));
    }

    private void create(String database, CatalogChange.CreatePartitions create) {
        inBatches(create.partitions(), BATCH).forEach(batch -> glue.batchCreatePartition(request ->
                        request.databaseName(database).tableName(create.table()).partitionInputList(batch))
                .errors()
                .forEach(error ->
                        refuse(create.table(), error.partitionValues(), error.errorDetail(), "AlreadyExists")));
        summary.partitions(Counts.ofAdded(create.partitions().size()));
    }

    private void update(String database, CatalogChange.UpdatePartitions update) {
        inBatches(update.partitions(), BATCH)
                .forEach(batch -> glue.batchUpdatePartition(request -> request.databaseName(database)
                                .tableName(update.table())
                                .entries(batch.stream().map(Writes::entry).toList()))
                        .errors()
                        .forEach(error -> refuse(
                                update.table(), error.partitionValueList(), error.errorDetail(), "EntityNotFound")));
        summary.partitions(Counts.ofUpdated(update.partitions().size()));
    }

    private void delete(String database, CatalogChange.DeletePartitions delete) {
        inBatches(delete.values(), DELETE_BATCH)
                .forEach(batch -> glue.batchDeletePartition(request -> request.databaseName(database)
                                .tableName(delete.table())
                                .partitionsToDelete(batch.stream()
                                        .map(values -> PartitionValueList.builder()
                                                .values(values)
                                                .build())
                                        .toList()))
                        .errors()
                        .forEach(error -> refuse(
                                delete.table(), error.partitionValues(), error.errorDetail(), "EntityNotFound")));
        summary.partitions(Counts.ofDeleted(delete.values().size()));
    }

    private static BatchUpdatePartitionRequestEntry entry(PartitionInput partition) {
        return BatchUpdatePartitionRequestEntry.builder()
                .partitionValueList(partition.values())
                .partitionInput(partition)
                .build();
    }

    private void refuse(String table, List<String> values, ErrorDetail detail, String done) {
        if (!detail.errorCode().contains(done)) {
            refuse(table + " " + values, detail.errorMessage());
        }
    }

    private void refuse(String what, String reason) {
        refusals.add(what + ": " + reason);
        log.error("The catalog does not take " + what + ": " + reason);
    }

    private Optional<Table> table(String database, String name) {
        try {
            return Optional.of(
                    glue.getTable(get -> get.databaseName(database).name(name)).table());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(Optional<Table> table, String mark, String value) {
        return table.filter(found -> value.equals(found.parameters().get(mark))).isPresent();
    }

    private static <T> Stream<List<T>> inBatches(List<T> all, int size) {
        IntFunction<List<T>> batch = number -> all.subList(number * size, Math.min(all.size(), (number + 1) * size));
        return IntStream.range(0, (all.size() + size - 1) / size).mapToObj(batch);
    }
}
