package io.laguna.emulator.glue;

import io.laguna.emulator.glue.event.CatalogEvents;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.iceberg.ChangedIcebergTable;
import io.laguna.emulator.glue.iceberg.IcebergFiles;
import io.laguna.emulator.glue.iceberg.NewIcebergTable;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import java.util.List;
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
import software.amazon.awssdk.services.glue.model.OpenTableFormatInput;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.TableError;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.glue.model.UpdateIcebergInput;
import software.amazon.awssdk.services.glue.model.UpdateIcebergTableInput;
import software.amazon.awssdk.services.glue.model.UpdateOpenTableFormatInput;
import software.amazon.awssdk.services.glue.model.UpdateTableRequest;
import software.amazon.awssdk.services.glue.model.UpdateTableResponse;

/** The operations on tables: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html */
final class Tables extends Room {
    private static final int PAGE = 100;

    private final Account account;
    private final DatabaseRecords databases;
    private final TableRecords tables;
    private final TableWrites writes;
    private final IcebergFiles files;
    private final CatalogEvents events;

    Tables(
            Account account,
            DatabaseRecords databases,
            TableRecords tables,
            TableWrites writes,
            IcebergFiles files,
            CatalogEvents events) {
        this.account = account;
        this.files = files;
        this.events = events;
        this.databases = databases;
        this.tables = tables;
        this.writes = writes;
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        TableInput input = checked(named(request));
        databases.require(database);
        List<PartitionIndex> indexes = PartitionIndexes.checked(input.partitionKeys(), request.partitionIndexes());
        Optional.ofNullable(request.openTableFormatInput())
                .ifPresentOrElse(
                        format -> createIceberg(database, input, format, indexes),
                        () -> writes.create(database, input, indexes));
        events.database(account.caller(), database, "CreateTable", List.of(input.name()));
        return CreateTableResponse.builder().build();
    }

    private void createIceberg(
            String database, TableInput input, OpenTableFormatInput format, List<PartitionIndex> indexes) {
        new Constraints()
                .present("openTableFormatInput.icebergInput", format.icebergInput())
                .check();
        if (tables.find(database, input.name()).isPresent()) {
            throw Failures.exists("Table");
        }
        NewIcebergTable table = NewIcebergTable.write(files, input, format.icebergInput());
        try {
            writes.create(database, table.definition(), indexes);
        } catch (GlueException e) {
            if (Failures.isRefusal(e)) {
                files.discard(table.metadataLocation());
            }
            throw e;
        }
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
        databases.require(database);
        boolean archive = !Boolean.TRUE.equals(request.skipArchive());
        Optional<String> version = Optional.ofNullable(request.versionId());
        if (request.updateOpenTableFormatInput() == null) {
            TableInput input = checked(request.tableInput());
            writes.update(database, input, version, archive);
            updated(database, input.name());
            return UpdateTableResponse.builder().build();
        }
        if (request.tableInput() != null) {
            throw Failures.invalid("Laguna takes a TableInput or an UpdateOpenTableFormatInput, not both at once.");
        }
        String name = name("name", request.name());
        updateIceberg(database, name, request.updateOpenTableFormatInput(), version, archive);
        updated(database, name);
        return UpdateTableResponse.builder().build();
    }

    private void updated(String database, String name) {
        events.database(account.caller(), database, "UpdateTable", List.of(name));
        events.table(account.caller(), database, name, "UpdateTable");
    }

    private void updateIceberg(
            String database,
            String name,
            UpdateOpenTableFormatInput format,
            Optional<String> version,
            boolean archive) {
        UpdateIcebergTableInput update = Optional.ofNullable(format.updateIcebergInput())
                .map(UpdateIcebergInput::updateIcebergTableInput)
                .orElseThrow(() -> Failures.invalid("UpdateIcebergInput.UpdateIcebergTableInput is required."));
        TableRecord present = tables.get(database, name);
        ChangedIcebergTable changed = ChangedIcebergTable.write(files, present.definition(), update.updates());
        try {
            writes.update(database, changed.definition(), version.or(() -> Optional.of(present.versionId())), archive);
        } catch (GlueException e) {
            if (Failures.isRefusal(e)) {
                files.discard(changed.metadataLocation());
            }
            throw e;
        }
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        account.check(request);
        String database = name("databaseName", request.databaseName());
        String name = name("name", request.name());
        databases.require(database);
        writes.delete(database, name, Optional.empty());
        events.database(account.caller(), database, "DeleteTable", List.of(name));
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
        List<TableError> errors = request.tablesToDelete().stream()
                .map(name -> deleted(database, name))
                .flatMap(Optional::stream)
                .toList();
        List<String> left = errors.stream().map(TableError::tableName).toList();
        List<String> gone = request.tablesToDelete().stream()
                .filter(name -> !left.contains(name))
                .toList();
        if (!gone.isEmpty()) {
            events.database(account.caller(), database, "BatchDeleteTable", gone);
        }
        return BatchDeleteTableResponse.builder().errors(errors).build();
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
        if (input.partitionKeys().stream().anyMatch(key -> !key.parameters().isEmpty())) {
            // The words of AWS: https://github.com/apache/incubator-xtable/pull/697
            throw Failures.invalid("Parameters not supported for partition columns");
        }
        return ColumnNames.folded(input.copy(change -> change.name(HiveName.folded(input.name()))));
    }

    /** Returns the table's definition, which may be no more than a name where an Iceberg input has the rest. */
    private static TableInput named(CreateTableRequest request) {
        if (request.tableInput() == null && request.openTableFormatInput() != null) {
            return TableInput.builder().name(request.name()).build();
        }
        if (request.tableInput() != null
                && request.name() != null
                && !request.name().equalsIgnoreCase(request.tableInput().name())) {
            throw Failures.invalid("Name and TableInput.Name are not the same.");
        }
        return request.tableInput();
    }
}
