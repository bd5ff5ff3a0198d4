package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.IcebergProperties;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.Map;
import java.util.Optional;

/**
 * The statement {@code OPTIMIZE}: https://docs.aws.amazon.com/athena/latest/ug/optimize-statement.html
 *
 * @param condition on the files' rows, as it was written
 */
public record OptimizeTable(TableName table, Optional<String> condition) implements CatalogStatement {
    /** The delete files from which on a table is rewritten, where it does not say. */
    private static final String DELETE_FILES = "2";

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (!present.isIceberg()) {
            throw Failures.argument("OPTIMIZE is supported only for Iceberg tables: " + table.asWritten());
        }
        IcebergMetadata metadata = IcebergMetadata.of(catalog, present);
        if (hasTooFewFiles(metadata)) {
            return Answer.NOTHING;
        }
        return TrinoSql.of("ALTER TABLE %s EXECUTE optimize%s%s"
                .formatted(
                        table.inIceberg(catalog),
                        threshold(metadata)
                                .map("(file_size_threshold => '%sB')"::formatted)
                                .orElse(""),
                        condition.map(where -> " WHERE " + where).orElse("")));
    }

    /**
     * Returns the size below which Trino rewrites files. Athena rewrites those that are larger than a maximum as well; Trino
     * does so only together with all others. A table that as a whole is not larger has no such file.
     */
    private static Optional<String> threshold(IcebergMetadata metadata) {
        Map<String, String> properties = metadata.properties();
        long all = metadata.total("total-files-size");
        return Optional.ofNullable(properties.get(IcebergProperties.MAX_DATA_FILE_SIZE))
                .filter(most -> all > Long.parseLong(most))
                .map(most -> Long.toString(all + 1))
                .or(() -> Optional.ofNullable(properties.get(IcebergProperties.MIN_DATA_FILE_SIZE)));
    }

    /**
     * Tells whether the table has fewer files than it says are worth a rewriting: "If there are fewer data files that
     * require optimization than the given threshold, the files are not rewritten."
     */
    private static boolean hasTooFewFiles(IcebergMetadata metadata) {
        Map<String, String> properties = metadata.properties();
        String deleted = properties.getOrDefault(IcebergProperties.DELETE_FILE_THRESHOLD, DELETE_FILES);
        return Optional.ofNullable(properties.get(IcebergProperties.DATA_FILE_THRESHOLD))
                .filter(files -> metadata.total("total-data-files") < Long.parseLong(files))
                .filter(files -> metadata.total("total-delete-files") < Long.parseLong(deleted))
                .isPresent();
    }
}
