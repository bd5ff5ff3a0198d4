package io.laguna.emulator.redshift.spectrum.table;

import io.laguna.emulator.redshift.spectrum.type.TypeReader;
import io.laguna.redshift.wire.message.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/**
 * A table of the Data Catalog as Spectrum reads it.
 *
 * @param columns without those of the partitions
 * @param location the folder, or the manifest, in S3
 */
public record ExternalTable(
        String database,
        String name,
        List<ExternalColumn> columns,
        List<ExternalColumn> partitionKeys,
        FileFormat format,
        String location) {
    public ExternalTable {
        columns = List.copyOf(columns);
        partitionKeys = List.copyOf(partitionKeys);
    }

    /**
     * Returns a table of the catalog. Columns of types that Spectrum does not know are left out, as there.
     *
     * @throws SqlFailure 0A000 for what is no table of files
     */
    public static ExternalTable of(Table table) throws SqlFailure {
        StorageDescriptor storage = table.storageDescriptor();
        if ("VIRTUAL_VIEW".equals(table.tableType()) || storage == null || storage.location() == null) {
            throw new SqlFailure(
                    "0A000",
                    "External table \"" + table.name() + "\" is a view of the Data Catalog, which is not implemented"
                            + " by Laguna");
        }
        FileFormat format = FileFormat.of(storage, table.parameters());
        if (format instanceof FileFormat.Unreadable unreadable) {
            throw new SqlFailure(
                    "0A000",
                    "External tables of the format " + unreadable.name() + " are not implemented by Laguna: \""
                            + table.databaseName() + "." + table.name() + "\". Athena reads them.");
        }
        return new ExternalTable(
                table.databaseName(),
                table.name(),
                columns(storage.columns()),
                columns(table.partitionKeys()),
                format,
                storage.location());
    }

    private static List<ExternalColumn> columns(List<Column> columns) {
        List<ExternalColumn> known = new ArrayList<>();
        for (Column column : columns) {
            Optional.ofNullable(column.type())
                    .flatMap(TypeReader::ofCatalog)
                    .ifPresent(
                            type -> known.add(new ExternalColumn(column.name().toLowerCase(Locale.ROOT), type)));
        }
        return known;
    }

    /** Returns all columns in the order in which {@code *} has them. */
    public List<ExternalColumn> all() {
        List<ExternalColumn> all = new ArrayList<>(columns);
        all.addAll(partitionKeys);
        return all;
    }
}
