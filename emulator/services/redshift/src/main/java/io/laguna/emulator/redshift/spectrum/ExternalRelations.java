package io.laguna.emulator.redshift.spectrum;

import io.laguna.emulator.redshift.session.Outside;
import io.laguna.emulator.redshift.session.Scope;
import io.laguna.emulator.redshift.spectrum.ddl.ExternalTableStatements;
import io.laguna.emulator.redshift.spectrum.ddl.WrittenFiles;
import io.laguna.emulator.redshift.spectrum.foreign.ExternalSchemas;
import io.laguna.redshift.sql.statement.Statement;
import io.laguna.redshift.sql.text.QualifiedName;
import io.laguna.redshift.wire.message.SqlFailure;
import io.laguna.redshift.wire.order.Order;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The relations of external schemas, and the system views about them. */
record ExternalRelations(
        ExternalSchemas schemas, Relations relations, ExternalTableStatements tables, WrittenFiles files)
        implements Outside {
    /** The system views whose rows are those of the Data Catalog at the time of the query. */
    static final Set<String> CATALOG_VIEWS = Set.of(
            "svv_external_tables",
            "svv_external_columns",
            "svv_external_partitions",
            "svv_external_databases",
            "svv_tables",
            "svv_columns",
            "svv_all_tables",
            "svv_all_columns",
            "external_table",
            "external_column",
            "external_partition");
    /** The system views of what was read of files. */
    static final Set<String> SCAN_VIEWS = Set.of(
            "svl_s3query",
            "svl_s3query_summary",
            "svl_s3list",
            "svl_s3partition",
            "svl_s3partition_summary",
            "sys_external_query_detail",
            "external_scan");

    @Override
    public boolean concerns(QualifiedName relation, Scope scope) {
        String last = relation.last();
        if (CATALOG_VIEWS.contains(last) || SCAN_VIEWS.contains(last)) {
            return true;
        }
        // DROP SCHEMA names a schema alone.
        return schemas.mayBe(relation.schema().orElse(last), scope);
    }

    @Override
    public Statement prepare(Statement statement, List<QualifiedName> named, Scope scope)
            throws SqlFailure, IOException {
        return relations.shown(statement, named, scope);
    }

    @Override
    public Optional<Order> instead(Statement statement, List<QualifiedName> named, Scope scope) throws SqlFailure {
        if (!(statement instanceof Statement.PlainSql plain)) {
            return Optional.empty();
        }
        var external = schemas.of(scope);
        List<QualifiedName> outside = named.stream()
                .filter(name -> name.schema().filter(external::containsKey).isPresent())
                .toList();
        return outside.isEmpty()
                ? Optional.empty()
                : new ExternalWrites(tables, files, schemas).order(plain.sql().text(), outside, scope);
    }
}
