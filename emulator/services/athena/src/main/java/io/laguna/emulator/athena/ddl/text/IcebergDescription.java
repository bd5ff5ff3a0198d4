package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.StoredType;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The description of an Iceberg table by DESCRIBE. It differs from Hive's: it has no padding, and shows the fields of
 * the partitioning.
 */
public record IcebergDescription(TableName name, CatalogTable table, IcebergMetadata metadata) {
    private static final String EMPTY_ROW = "\t\t";

    public List<String> columns() {
        List<String> rows = new ArrayList<>(List.of("# Table schema:\t\t", "# col_name\tdata_type\tcomment"));
        table.columns()
                .forEach(column -> rows.add(column.name() + "\t" + StoredType.iceberg(column.type()) + "\t"
                        + Optional.ofNullable(column.comment()).orElse("")));
        rows.addAll(List.of(EMPTY_ROW, "# Partition spec:\t\t", "# field_name\tfield_transform\tcolumn_name"));
        metadata.partitioning()
                .forEach(field -> rows.add(field.name() + "\t" + field.transform() + "\t" + field.column()));
        return rows;
    }

    public List<String> formatted(DataCatalog catalog) {
        List<String> rows = new ArrayList<>(columns());
        rows.addAll(List.of(
                EMPTY_ROW,
                "Name:\ticeberg." + name.databaseIn(catalog) + "." + name.name() + "\t",
                "Location:\t" + metadata.location() + "\t",
                EMPTY_ROW,
                "# Table properties:\t\t",
                "# key\tvalue\t"));
        rows.add("format\t"
                + metadata.athenaProperties().getOrDefault("format", "parquet").toUpperCase(Locale.ROOT) + "\t");
        metadata.kept().forEach((key, value) -> rows.add(key + "\t" + value + "\t"));
        rows.addAll(List.of(EMPTY_ROW, "# Iceberg storage table properties:\t\t", "# key\tvalue\t"));
        metadata.properties().forEach((key, value) -> rows.add(key + "\t" + value + "\t"));
        return rows;
    }
}
