package io.laguna.glue.catalog;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchCreatePartitionResponse;
import software.amazon.awssdk.services.glue.model.Connection;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionError;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The Data Catalog of one account. Endpoint, region and credentials are those that any client of AWS finds.
 *
 * @param account the id of the account, absent for the caller's own
 */
public record DataCatalog(GlueClient glue, Optional<String> account) {
    private static final int BATCH = 100;

    /** Returns the catalog of an account; an empty text is the caller's own. */
    public static DataCatalog of(String account) {
        return new DataCatalog(GlueClient.create(), Optional.ofNullable(account).filter(id -> !id.isEmpty()));
    }

    /**
     * Returns a table.
     *
     * @throws EntityNotFoundException when it is not there
     */
    public CatalogTable table(String database, String name) {
        return new CatalogTable(glue.getTable(request -> request.catalogId(account.orElse(null))
                        .databaseName(database)
                        .name(name))
                .table());
    }

    /** Returns a table, unless it is not there. */
    public Optional<CatalogTable> find(String database, String name) {
        try {
            return Optional.of(table(database, name));
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Returns the partitions of a table that an expression of Glue's chooses; without one, all. */
    public List<Partition> partitions(CatalogTable table, Optional<String> expression) {
        GetPartitionsRequest request = GetPartitionsRequest.builder()
                .catalogId(account.orElse(null))
                .databaseName(table.database())
                .tableName(table.name())
                .expression(expression.orElse(null))
                .excludeColumnSchema(true)
                .build();
        return glue.getPartitionsPaginator(request).stream()
                .flatMap(page -> page.partitions().stream())
                .toList();
    }

    public Connection connection(String name) {
        return glue.getConnection(
                        request -> request.catalogId(account.orElse(null)).name(name))
                .connection();
    }

    public void create(String database, TableInput table) {
        glue.createTable(request ->
                request.catalogId(account.orElse(null)).databaseName(database).tableInput(table));
    }

    public void update(String database, TableInput table) {
        glue.updateTable(request ->
                request.catalogId(account.orElse(null)).databaseName(database).tableInput(table));
    }

    /** Adds partitions; those that are there already stay. */
    public void add(CatalogTable table, List<PartitionInput> partitions) {
        for (int from = 0; from < partitions.size(); from += BATCH) {
            BatchCreatePartitionResponse answer = glue.batchCreatePartition(BatchCreatePartitionRequest.builder()
                    .catalogId(account.orElse(null))
                    .databaseName(table.database())
                    .tableName(table.name())
                    .partitionInputList(partitions.subList(from, Math.min(partitions.size(), from + BATCH)))
                    .build());
            for (PartitionError error : answer.errors()) {
                if (!error.errorDetail().errorCode().contains("AlreadyExists")) {
                    throw new IllegalStateException("Partition " + error.partitionValues() + " of " + table.name()
                            + " cannot be added: " + error.errorDetail().errorMessage());
                }
            }
        }
    }

    public void deletePartition(CatalogTable table, List<String> values) {
        glue.deletePartition(request -> request.catalogId(account.orElse(null))
                .databaseName(table.database())
                .tableName(table.name())
                .partitionValues(values));
    }

    public void deleteTable(CatalogTable table) {
        glue.deleteTable(request -> request.catalogId(account.orElse(null))
                .databaseName(table.database())
                .name(table.name()));
    }
}
