package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.engine.Views;
import io.laguna.emulator.redshift.spectrum.foreign.CatalogTables;
import io.laguna.emulator.redshift.spectrum.foreign.DataCatalog;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchema;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.emulator.redshift.spectrum.foreign.ForeignTables;
import io.laguna.emulator.redshift.spectrum.table.DataFile;
import io.laguna.emulator.redshift.spectrum.table.DataFiles;
import io.laguna.emulator.redshift.spectrum.table.ExternalTable;
import io.laguna.engines.server.DatabaseAccess;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.Lexer;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.sql.text.Rewritten;
import io.laguna.redshift.sql.text.Token;
import io.laguna.redshift.sql.text.Tree;
import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.s3.S3Client;

/** The relations of a statement, brought to the cluster's engine right before the statement. */
record Relations(
        DataCatalog catalog, ExternalSchemas schemas, ForeignTables tables, Views views, S3Client s3, Scans scans) {
    /** Returns a statement as the engine is to read it, when its relations are there. */
    Statement shown(Statement statement, List<QualifiedName> named, Scope scope) throws SqlFailure, IOException {
        Map<String, ExternalSchema> external = schemas.of(scope);
        DatabaseAccess database = scope.cluster().administrator(scope.database());
        if (named.stream().anyMatch(name -> ExternalRelations.CATALOG_VIEWS.contains(name.last()))) {
            new CatalogTables(catalog).show(database, external.values(), scope);
        }
        if (named.stream().anyMatch(name -> ExternalRelations.SCAN_VIEWS.contains(name.last()))) {
            scans.show(database);
        }
        List<QualifiedName> outside = new ArrayList<>();
        Optional<Rewritten> sql = sql(statement);
        boolean paths = sql.isPresent() && Pseudocolumns.areIn(sql.get().text()) && Pseudocolumns.areOn(scope);
        boolean mounted = false;
        for (QualifiedName name : named) {
            if (MountedCatalog.has(name)) {
                ExternalSchema schema = MountedCatalog.schema(name);
                tables.mount(database, schema.name());
                show(schema, name.last(), paths, database, scope);
                outside.add(MountedCatalog.inEngine(name));
                mounted = true;
            } else if (isIn(external, name, scope)) {
                show(external.get(name.schema().orElseThrow()), name.last(), paths, database, scope);
                outside.add(name);
            }
        }
        if (outside.isEmpty() || sql.isEmpty() || (!paths && !mounted)) {
            return statement;
        }
        Rewritten renamed = mounted ? MountedCatalog.rewritten(sql.get()) : sql.get();
        return with(statement, paths ? new Pseudocolumns(outside).rewritten(renamed) : renamed);
    }

    /** Tells whether a relation is one of an external schema of the session's database. */
    static boolean isIn(Map<String, ExternalSchema> external, QualifiedName name, Scope scope) {
        return name.schema().filter(external::containsKey).isPresent()
                && name.database()
                        .filter(database -> !database.equals(scope.database()))
                        .isEmpty();
    }

    private void show(ExternalSchema schema, String name, boolean paths, DatabaseAccess database, Scope scope)
            throws SqlFailure {
        Optional<Table> found = catalog.table(scope, schema, name);
        if (found.isEmpty()) {
            tables.drop(database, schema.name(), name);
            return;
        }
        ExternalTable table = ExternalTable.of(found.get());
        List<DataFile> files = catalog.call(scope, schema.role(), glue -> new DataFiles(glue, s3))
                .of(table);
        views.show(table, files);
        scans.name(schema.name(), table);
        tables.show(database, views.access(), schema.name(), table, paths);
    }

    /** Returns a query of which Laguna runs a form of its own, when its relations are there. */
    String prepared(String query, Scope scope) throws SqlFailure, IOException {
        List<Token> tokens = Lexer.tokens(query, 0, false);
        Token end = tokens.get(tokens.size() - 1);
        List<QualifiedName> named = io.laguna.redshift.sql.query.Relations.of(Tree.of(tokens), end);
        Statement plain = new Statement.PlainSql(new Rewritten(query, List.of()), new ArrayList<>(named));
        return sql(shown(plain, named, scope)).orElseThrow().text();
    }

    private static Optional<Rewritten> sql(Statement statement) {
        if (statement instanceof Statement.PlainSql plain) {
            return Optional.of(plain.sql());
        } else if (statement instanceof Statement.CreateTableAs table) {
            return Optional.of(table.sql());
        } else if (statement instanceof Statement.Unload unload) {
            return Optional.of(unload.query());
        }
        return Optional.empty();
    }

    private static Statement with(Statement statement, Rewritten sql) {
        if (statement instanceof Statement.PlainSql plain) {
            return new Statement.PlainSql(sql, plain.relations());
        } else if (statement instanceof Statement.CreateTableAs table) {
            return new Statement.CreateTableAs(
                    sql, table.table(), table.temporary(), table.properties(), table.relations());
        } else if (statement instanceof Statement.Unload unload) {
            return new Statement.Unload(
                    sql,
                    unload.relations(),
                    unload.target(),
                    unload.credentials(),
                    unload.format(),
                    unload.options(),
                    unload.partitions(),
                    unload.includesPartitions());
        }
        return statement;
    }
}
