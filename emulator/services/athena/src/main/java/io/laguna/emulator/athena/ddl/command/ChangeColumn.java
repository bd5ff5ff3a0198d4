package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;

/**
 * The statement {@code ALTER TABLE CHANGE COLUMN}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-change-column.html
 */
public record ChangeColumn(
        TableName table,
        Optional<PartitionSpec> spec,
        String old,
        ColumnDefinition changed,
        Optional<Position> position)
        implements CatalogStatement {
    /**
     * A place among the columns.
     *
     * @param after empty for the first place
     */
    public record Position(Optional<String> after) {}

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireTable(present);
        if (present.isIceberg()) {
            return iceberg(catalog, present);
        }
        new ColumnChange(catalog, present, spec).apply(this::changed);
        return Answer.NOTHING;
    }

    private List<Column> changed(List<Column> columns) {
        List<Column> all = new ArrayList<>(columns);
        int at = place(all, old);
        Column before = all.remove(at);
        Column after = changed.glue()
                .copy(column -> column.comment(changed.comment().orElse(before.comment()))
                        .parameters(before.parameters()));
        all.add(
                position.map(wanted ->
                                wanted.after().map(name -> place(all, name) + 1).orElse(0))
                        .orElse(at),
                after);
        return all;
    }

    private Outcome iceberg(DataCatalog catalog, CatalogTable present) {
        if (position.isPresent()) {
            throw Failures.notImplemented("CHANGE COLUMN … FIRST | AFTER of Iceberg tables, which Trino does not have");
        }
        if (spec.isPresent()) {
            throw Failures.icebergUnsupported();
        }
        Column before = present.columns().get(place(present.columns(), old));
        String name = table.inIceberg(catalog);
        String column = Quoted.identifier(changed.name());
        List<String> statements = new ArrayList<>();
        if (!old.equals(changed.name())) {
            statements.add("ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(name, Quoted.identifier(old), column));
        }
        if (!changed.type().hive().equals(before.type())) {
            statements.add("ALTER TABLE %s ALTER COLUMN %s SET DATA TYPE %s"
                    .formatted(name, column, changed.type().trino()));
        }
        changed.comment()
                .map(comment -> "COMMENT ON COLUMN %s.%s IS %s".formatted(name, column, Quoted.text(comment)))
                .ifPresent(statements::add);
        return new TrinoSql(statements);
    }

    private static int place(List<Column> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw Failures.noColumn(name);
    }
}
