package io.laguna.emulator.redshift.spectrum.ddl;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.foreign.ForeignTables;
import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.Folder;
import io.laguna.emulator.redshift.spectrum.type.TypeReader;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Answer;
import io.laguna.redshift.wire.order.Order;
import io.laguna.redshift.wire.order.Workbench;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.TableInput;

/** CREATE EXTERNAL TABLE, ALTER TABLE and DROP TABLE of external tables. */
public record ExternalTableStatements(
        DataCatalog catalog, ExternalSchemas schemas, ForeignTables tables, WrittenFiles files) {
    /** Returns how CREATE EXTERNAL TABLE is carried out, with a query or without. */
    public Order create(Statement.CreateExternalTable statement, Scope scope) throws SqlFailure {
        if (Folder.of(statement.storage().location()).isEmpty()) {
            throw new SqlFailure(
                    "XX000", "The location \"" + statement.storage().location() + "\" is not in Amazon S3");
        }
        List<ExternalColumn> columns = columns(statement.columns());
        List<ExternalColumn> keys = statement.query().isEmpty() ? columns(statement.partitions()) : List.of();
        return (Answer) bench -> {
            Blocks.refuse("CREATE EXTERNAL TABLE", bench);
            Target target = Target.of(statement.table(), schemas, scope, bench);
            if (statement.query().isPresent()) {
                return files.createAs(statement, target, scope, bench);
            }
            write(target, new ExternalTableInput(target.table(), columns, keys, statement.storage()).input(), scope);
            return "CREATE EXTERNAL TABLE";
        };
    }

    private void write(Target target, TableInput input, Scope scope) throws SqlFailure {
        Created created = catalog.call(scope, target.schema().role(), glue -> {
            try {
                glue.createTable(request ->
                        request.databaseName(target.schema().database()).tableInput(input));
                return Created.NEW;
            } catch (AlreadyExistsException e) {
                return Created.THERE;
            } catch (EntityNotFoundException e) {
                return Created.NO_DATABASE;
            }
        });
        created.check(target);
    }

    private static List<ExternalColumn> columns(List<io.laguna.redshift.sql.statement.ExternalColumn> columns)
            throws SqlFailure {
        List<ExternalColumn> all = new ArrayList<>();
        for (io.laguna.redshift.sql.statement.ExternalColumn column : columns) {
            all.add(new ExternalColumn(column.name(), TypeReader.of(column.type())));
        }
        return all;
    }

    /** Returns how ALTER TABLE of an external table is carried out. */
    public Order alter(Statement.AlterExternalTable statement, Scope scope) {
        return (Answer) bench -> {
            Blocks.refuse("ALTER EXTERNAL TABLE", bench);
            Target target = Target.of(statement.table(), schemas, scope, bench);
            new ExternalTableChange(catalog, target, target.in(catalog, scope), scope).make(statement.change());
            return "ALTER EXTERNAL TABLE";
        };
    }

    /** Returns how DROP TABLE of external tables is carried out. */
    public Order drop(List<QualifiedName> names, boolean ifExists, Scope scope) {
        return (Answer) bench -> {
            Blocks.refuse("DROP EXTERNAL TABLE", bench);
            for (QualifiedName name : names) {
                drop(Target.of(name, schemas, scope, bench), ifExists, scope, bench);
            }
            return "DROP TABLE";
        };
    }

    private void drop(Target target, boolean ifExists, Scope scope, Workbench bench) throws SqlFailure, IOException {
        boolean dropped = catalog.call(scope, target.schema().role(), glue -> {
            try {
                glue.deleteTable(request ->
                        request.databaseName(target.schema().database()).name(target.table()));
                return true;
            } catch (EntityNotFoundException e) {
                return false;
            }
        });
        if (!dropped && !ifExists) {
            throw new SqlFailure("42P01", "table \"" + target.table() + "\" does not exist");
        }
        if (!dropped) {
            bench.notice("INFO", "Table \"" + target.table() + "\" does not exist and will be skipped");
        }
        tables.drop(
                scope.cluster().administrator(scope.database()), target.schema().name(), target.table());
    }
}
