package io.laguna.emulator.glue.stored;

import io.trino.hive.thrift.metastore.PrincipalType;
import io.trino.hive.thrift.metastore.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The tables of the catalog, by Hive's names. */
public final class StoredTables {
    private final StoredCatalog catalog;

    StoredTables(StoredCatalog catalog) {
        this.catalog = catalog;
    }

    /** The name of a table, with the time when the metastore made it. */
    public record Created(String database, String name, int seconds) {}

    /** Returns the next names of a database's tables in order; none where there is no such database. */
    public List<String> names(String database, Optional<String> after, int most) {
        return catalog.rows(Queries.TABLE_NAMES, row -> row.required("name"), database, after.orElse(""), most);
    }

    public Optional<Table> find(String database, String name) {
        return catalog.rows(Queries.ONE_TABLE, StoredTables::table, database, name).stream()
                .findFirst();
    }

    /** Returns the tables of these names that are there, in any order. */
    public List<Table> tables(String database, List<String> names) {
        return names.isEmpty() ? List.of() : catalog.rows(Queries.TABLES, StoredTables::table, database, names);
    }

    /** Returns when each table of each database was made. */
    public List<Created> created() {
        return catalog.rows(
                Queries.CREATED,
                row -> new Created(row.required("database_name"), row.required("name"), row.number("created")));
    }

    private static Table table(Row row) throws SQLException {
        Table table = new Table();
        table.setCatName("hive");
        table.setDbName(row.required("database_name"));
        table.setTableName(row.required("name"));
        row.text("owner").ifPresent(table::setOwner);
        table.setOwnerType(row.text("owner_type").map(PrincipalType::valueOf).orElse(PrincipalType.USER));
        table.setCreateTime(row.number("created"));
        table.setLastAccessTime(row.number("accessed"));
        table.setRetention(row.number("retention"));
        new StorageRow(row).storage().ifPresent(table::setSd);
        table.setPartitionKeys(row.fields("partition_keys"));
        table.setParameters(row.parameters("parameters"));
        row.text("original_text").ifPresent(table::setViewOriginalText);
        row.text("expanded_text").ifPresent(table::setViewExpandedText);
        row.text("type").ifPresent(table::setTableType);
        table.setRewriteEnabled(row.flag("rewrite_enabled"));
        return table;
    }
}
