package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Databases;
import io.laguna.emulator.athena.ddl.model.IcebergProperties;
import io.laguna.emulator.athena.ddl.model.Location;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statement {@code CREATE TABLE} of an Iceberg table:
 * https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-creating-tables.html
 *
 * @param partitioning in Trino's words: {@code day(ts)}, {@code bucket(id, 16)}
 */
public record CreateIcebergTable(
        TableName table,
        boolean ifNotExists,
        List<ColumnDefinition> columns,
        List<String> partitioning,
        Location location,
        Optional<String> comment,
        Map<String, String> properties)
        implements CatalogStatement {
    @Override
    public Outcome run(DataCatalog catalog) {
        Databases.require(catalog, table.databaseIn(catalog));
        return TrinoSql.of("CREATE TABLE %s%s (%s)%s WITH (%s)"
                .formatted(
                        ifNotExists ? "IF NOT EXISTS " : "",
                        table.inIceberg(catalog),
                        columns.stream().map(ColumnDefinition::trino).collect(Collectors.joining(", ")),
                        comment.map(text -> " COMMENT " + Quoted.text(text)).orElse(""),
                        String.join(", ", assignments())));
    }

    private List<String> assignments() {
        List<String> assignments = new ArrayList<>();
        assignments.add("location = " + Quoted.text(location.text()));
        assignments.addAll(IcebergProperties.assignments(properties));
        if (!partitioning.isEmpty()) {
            assignments.add("partitioning = "
                    + partitioning.stream().map(Quoted::text).collect(Collectors.joining(", ", "ARRAY[", "]")));
        }
        return assignments;
    }
}
