package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.ColumnDefinition;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statement {@code ALTER TABLE REPLACE COLUMNS}:
 * https://docs.aws.amazon.com/athena/latest/ug/alter-table-replace-columns.html
 */
public record ReplaceColumns(TableName table, Optional<PartitionSpec> spec, List<ColumnDefinition> columns)
        implements CatalogStatement {
    /** The SerDes whose tables let columns be replaced: the list of Hive's DDLTask. */
    private static final Set<String> REPLACEABLE = Set.of(
            FileFormat.LAZY_SIMPLE,
            "org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe",
            "org.apache.hadoop.hive.serde2.columnar.LazyBinaryColumnarSerDe",
            "org.apache.hadoop.hive.serde2.dynamic_type.DynamicSerDe",
            "org.apache.hadoop.hive.serde2.MetadataTypedColumnsetSerDe",
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
            "org.apache.hadoop.hive.ql.io.orc.OrcSerde");

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        Alterations.requireHive(present);
        if (!REPLACEABLE.contains(present.serde())) {
            throw Failures.task("Replace columns is not supported for table " + table.databaseIn(catalog) + "."
                    + present.name() + ". SerDe may be incompatible.");
        }
        new ColumnChange(catalog, present, spec)
                .apply(old -> columns.stream().map(ColumnDefinition::glue).toList());
        return Answer.NOTHING;
    }
}
