package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.IcebergProperties;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statement {@code VACUUM}: https://docs.aws.amazon.com/athena/latest/ug/vacuum-statement.html
 *
 * <p>A table that says how many metadata files it keeps keeps no more from its first VACUUM on.
 */
public record VacuumTable(TableName table) implements CatalogStatement {
    /** The age of snapshots by default, in seconds: five days. */
    private static final String SECONDS = "432000";

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (!present.isIceberg()) {
            throw Failures.argument("VACUUM is supported only for Iceberg tables: " + table.asWritten());
        }
        Map<String, String> properties = IcebergMetadata.of(catalog, present).properties();
        String age = properties.getOrDefault(IcebergProperties.MAX_SNAPSHOT_AGE, SECONDS);
        String kept = properties.getOrDefault(IcebergProperties.MIN_SNAPSHOTS, "1");
        String name = table.inIceberg(catalog);
        List<String> statements = new ArrayList<>();
        Optional.ofNullable(properties.get(IcebergProperties.MAX_METADATA_FILES))
                .ifPresent(files -> statements.add(
                        "ALTER TABLE %s SET PROPERTIES delete_after_commit_enabled = true, max_previous_versions = %s"
                                .formatted(name, files)));
        statements.add("ALTER TABLE %s EXECUTE expire_snapshots(retention_threshold => '%ss', retain_last => %s)"
                .formatted(name, age, kept));
        statements.add("ALTER TABLE %s EXECUTE remove_orphan_files(retention_threshold => '%ss')".formatted(name, age));
        return new TrinoSql(statements);
    }
}
