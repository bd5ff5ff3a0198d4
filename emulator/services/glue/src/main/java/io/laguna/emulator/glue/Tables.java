package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.kit.request.Page;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableRequest;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableResponse;
import software.amazon.awssdk.services.glue.model.CreateTableRequest;
import software.amazon.awssdk.services.glue.model.CreateTableResponse;
import software.amazon.awssdk.services.glue.model.DeleteTableRequest;
import software.amazon.awssdk.services.glue.model.DeleteTableResponse;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetTableRequest;
import software.amazon.awssdk.services.glue.model.GetTableResponse;
import software.amazon.awssdk.services.glue.model.GetTablesRequest;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.TableError;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateTableRequest;
import software.amazon.awssdk.services.glue.model.UpdateTableResponse;

/** The operations on tables: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html */
final class Tables extends Room {
    private static final int PAGE = 100;

    private final Account account;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final TableWrites writes;

    Tables(Account account, DatabaseRecords databases, TableRecords tables, TableWrites writes) {
        this.account = account;
        this.databases = databases;
        this.tables = tables;
        this.writes = writes;
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        if (request.openTableFormatInput() != null) {
            throw Failures.invalid("OpenTableFormatInput is not implemented by Laguna:"
                    + " create Iceberg tables with Iceberg's GlueCatalog.");
        }
        TableInput input = checked(request.tableInput());
        databases.require(database);
        writes.create(database, input, PartitionIndexes.checked(input.partitionKeys(), request.partitionIndexes()));
        return CreateTableResponse.builder().build();
    }

    @Override
    public GetTableResponse getTable(GetTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        String name = name("name", request.name());
        try {
            return GetTableResponse.builder()
                    .table(new TableShape(account).of(tables.get(database, name)))
                    .build();
        } catch (EntityNotFoundException e) {
            databases.require(database);
            throw e;
        }
    }

    @Override
    public GetTablesResponse getTables(GetTablesRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        new Constraints()
                .range("maxResults", request.maxResults(), 1, PAGE)
                .length("expression", request.expression(), 0, 2048)
                .check();
        NameSource names = tables.names(HiveName.of(database));
        Page<String> page = Optional.ofNullable(request.expression())
                .filter(expression -> !expression.isEmpty())
                .map(expression -> NamePattern.of(expression).matching())
                .map(pattern -> names.filtered(name -> pattern.test(HiveName.inGlue(name))))
                .orElse(names)
                .page(request.nextToken(), Page.size(request.maxResults(), PAGE));
        if (page.entries().isEmpty()) {
            databases.require(database);
        }
        TableShape shape = new TableShape(account);
        return GetTablesResponse.builder()
                .tableList(tables.records(HiveName.of(database), page.entries()).stream()
                        .map(shape::of)
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        if (request.updateOpenTableFormatInput() != null) {
            throw Failures.invalid("UpdateOpenTableFormatInput is not implemented by Laguna:"
                    + " change Iceberg tables with Iceberg's GlueCatalog.");
        }
        TableInput input = checked(request.tableInput());
        databases.require(database);
        boolean archive = !Boolean.TRUE.equals(request.skipArchive());
        writes.update(database, input, Optional.ofNullable(request.versionId()), archive);
        return UpdateTableResponse.builder().build();
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        String name = name("name", request.name());
        databases.require(database);
        writes.delete(database, name, Optional.empty());
        return DeleteTableResponse.builder().build();
    }

    @Override
    public BatchDeleteTableResponse batchDeleteTable(BatchDeleteTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        new Constraints()
                .size("tablesToDelete", request.tablesToDelete(), 0, 100)
                .check();
        databases.require(database);
        return BatchDeleteTableResponse.builder()
                .errors(request.tablesToDelete().stream()
                        .map(name -> deleted(database, name))
                        .flatMap(Optional::stream)
                        .toList())
                .build();
    }

    private Optional<TableError> deleted(String database, String name) {
        try {
            writes.delete(database, name("tablesToDelete", name), Optional.empty());
            return Optional.empty();
        } catch (GlueException e) {
            return Optional.of(TableError.builder()
                    .tableName(name)
                    .errorDetail(Failures.detail(e))
                    .build());
        }
    }

    private static String name(String path, String name) {
        new Constraints().name(path, name).check();
        return HiveName.folded(name);
    }

    private static TableInput checked(TableInput input) {
        Constraints constraints = new Constraints();
        new InputConstraints(constraints).table(input);
        constraints.check();
        return input.copy(change -> change.name(HiveName.folded(input.name())));
    }
}
