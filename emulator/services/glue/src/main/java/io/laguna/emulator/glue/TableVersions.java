package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableVersionRequest;
import software.amazon.awssdk.services.glue.model.BatchDeleteTableVersionResponse;
import software.amazon.awssdk.services.glue.model.DeleteTableVersionRequest;
import software.amazon.awssdk.services.glue.model.DeleteTableVersionResponse;
import software.amazon.awssdk.services.glue.model.GetTableVersionRequest;
import software.amazon.awssdk.services.glue.model.GetTableVersionResponse;
import software.amazon.awssdk.services.glue.model.GetTableVersionsRequest;
import software.amazon.awssdk.services.glue.model.GetTableVersionsResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.TableVersion;
import software.amazon.awssdk.services.glue.model.TableVersionError;

/**
 * The operations on versions of a table: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-tables.html
 */
final class TableVersions extends Room {
    private static final int PAGE = 100;

    private final Account account;
    private final TableRecords tables;
    private final TableWrites writes;
    private final State state;

    TableVersions(Account account, TableRecords tables, TableWrites writes, State state) {
        this.account = account;
        this.tables = tables;
        this.writes = writes;
        this.state = state;
    }

    @Override
    public GetTableVersionResponse getTableVersion(GetTableVersionRequest request) {
        account.check(request);
        TableRecord table = table(request.databaseName(), request.tableName());
        Revision version = Optional.ofNullable(request.versionId())
                .map(id -> version(table, id))
                .orElse(table.revision());
        return GetTableVersionResponse.builder()
                .tableVersion(shown(table, version))
                .build();
    }

    @Override
    public GetTableVersionsResponse getTableVersions(GetTableVersionsRequest request) {
        account.check(request);
        new Constraints().range("maxResults", request.maxResults(), 1, PAGE).check();
        TableRecord table = table(request.databaseName(), request.tableName());
        List<Revision> versions = state.read(handle ->
                new Revisions(handle).versions(table.entity(), table.revision().version()));
        // The newest first, and a page's last number as its token: versions that come in between do not move others.
        Page<String> page = Page.ofSorted(
                versions.stream().map(TableVersions::descending).toList(),
                Function.identity(),
                request.nextToken(),
                Page.size(request.maxResults(), PAGE),
                Failures::badToken);
        return GetTableVersionsResponse.builder()
                .tableVersions(versions.stream()
                        .filter(version -> page.entries().contains(descending(version)))
                        .map(version -> shown(table, version))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeleteTableVersionResponse deleteTableVersion(DeleteTableVersionRequest request) {
        account.check(request);
        new Constraints().present("versionId", request.versionId()).check();
        TableRecord table = table(request.databaseName(), request.tableName());
        delete(table, request.versionId());
        return DeleteTableVersionResponse.builder().build();
    }

    @Override
    public BatchDeleteTableVersionResponse batchDeleteTableVersion(BatchDeleteTableVersionRequest request) {
        account.check(request);
        new Constraints().size("versionIds", request.versionIds(), 0, 100).check();
        TableRecord table = table(request.databaseName(), request.tableName());
        return BatchDeleteTableVersionResponse.builder()
                .errors(request.versionIds().stream()
                        .map(id -> deleted(table, id))
                        .flatMap(Optional::stream)
                        .toList())
                .build();
    }

    private Optional<TableVersionError> deleted(TableRecord table, String id) {
        try {
            delete(table, id);
            return Optional.empty();
        } catch (GlueException e) {
            return Optional.of(TableVersionError.builder()
                    .tableName(table.definition().name())
                    .versionId(id)
                    .errorDetail(Failures.detail(e))
                    .build());
        }
    }

    private void delete(TableRecord read, String id) {
        String database = HiveName.inGlue(read.hive().getDbName());
        writes.alone(database, read.definition().name(), handle -> {
            TableRecord table = tables.observed(
                            handle, read.hive().getDbName(), read.hive().getTableName())
                    .orElseThrow(() -> Failures.noTable(read.definition().name()));
            if (id.equals(table.versionId())) {
                throw Failures.invalid("Version " + id + " is the table's current one and cannot be deleted.");
            }
            if (!new Revisions(handle)
                    .removeVersion(table.entity(), version(table, id).version())) {
                throw noVersion(id);
            }
            return Optional.empty();
        });
    }

    private TableRecord table(String database, String table) {
        new Constraints()
                .name("databaseName", database)
                .name("tableName", table)
                .check();
        return tables.get(HiveName.folded(database), HiveName.folded(table));
    }

    private Revision version(TableRecord table, String id) {
        long number;
        try {
            number = Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Failures.invalid("Version id " + id + " is not a number.");
        }
        return state.read(handle -> new Revisions(handle).version(table.entity(), number))
                .filter(found -> found.version() <= table.revision().version())
                .orElseThrow(() -> noVersion(id));
    }

    private static GlueException noVersion(String id) {
        return Failures.notFound("Version " + id + " not found.");
    }

    private TableVersion shown(TableRecord table, Revision version) {
        return TableVersion.builder()
                .table(new TableShape(account).of(table, version))
                .versionId(Long.toString(version.version()))
                .build();
    }

    /** Returns a text that sorts the newest version first. */
    private static String descending(Revision version) {
        return String.format(java.util.Locale.ROOT, "%019d", Long.MAX_VALUE - version.version());
    }
}
