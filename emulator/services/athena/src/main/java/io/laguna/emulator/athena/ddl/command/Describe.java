package io.laguna.emulator.athena.ddl.command;

import io.laguna.emulator.athena.ddl.model.CatalogStatement;
import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.DataCatalog;
import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.text.Answers;
import io.laguna.emulator.athena.ddl.text.IcebergDescription;
import io.laguna.emulator.athena.ddl.text.TableDescription;
import io.laguna.emulator.athena.ddl.text.TableDetails;
import io.laguna.emulator.athena.ddl.text.ThriftText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Partition;

/**
 * The statement {@code DESCRIBE}: https://docs.aws.amazon.com/athena/latest/ug/describe-table.html
 *
 * @param column with the members of its type that lead to what is asked for; empty for all columns
 */
public record Describe(TableName table, Detail detail, Optional<PartitionSpec> spec, List<String> column)
        implements CatalogStatement {
    /** The amount of detail that a statement asks for. */
    public enum Detail {
        COLUMNS,
        EXTENDED,
        FORMATTED
    }

    @Override
    public Outcome run(DataCatalog catalog) {
        CatalogTable present = table.in(catalog);
        if (present.isView() && detail == Detail.COLUMNS && column.isEmpty()) {
            return Answers.engineTexts(ViewColumns.rows(present), "column", "type");
        }
        return Answers.texts(rows(catalog, present), "col_name", "data_type", "comment");
    }

    private List<String> rows(DataCatalog catalog, CatalogTable present) {
        Optional<Partition> partition = spec.map(wanted -> new Partitions(catalog, present)
                .find(wanted.valuesOf(present))
                .orElseThrow(() -> Failures.noPartition(wanted)));
        if (!column.isEmpty()) {
            return List.of(new ColumnPath(present, column).row());
        }
        if (present.isIceberg()) {
            if (detail == Detail.EXTENDED) {
                throw Failures.argument("EXTENDED keyword is not supported for Iceberg tables.");
            }
            IcebergDescription text = new IcebergDescription(table, present, IcebergMetadata.of(catalog, present));
            return detail == Detail.FORMATTED ? text.formatted(catalog) : text.columns();
        }
        TableDescription text = new TableDescription(present, partition);
        List<String> rows = new ArrayList<>(detail == Detail.FORMATTED ? text.formattedColumns() : text.columns());
        switch (detail) {
            case COLUMNS -> {}
            case EXTENDED -> rows.addAll(new ThriftText(present, partition).rows());
            case FORMATTED -> rows.addAll(new TableDetails(present, partition).rows());
        }
        return rows;
    }
}
