package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;

/** The columns of a Hive table or of one of its partitions, as DESCRIBE shows them. */
public record TableDescription(CatalogTable table, Optional<Partition> partition) {
    static final String HEADING = "# " + Padded.row("col_name", "data_type", "comment");

    /** The SerDes whose columns Hive takes from the catalog (hive.serdes.using.metastore.for.schema). */
    private static final Set<String> OF_CATALOG = Set.of(
            FileFormat.LAZY_SIMPLE,
            "org.apache.hadoop.hive.ql.io.orc.OrcSerde",
            "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
            "org.apache.hadoop.hive.serde2.MetadataTypedColumnsetSerDe",
            "org.apache.hadoop.hive.serde2.columnar.ColumnarSerDe",
            "org.apache.hadoop.hive.serde2.columnar.LazyBinaryColumnarSerDe",
            "org.apache.hadoop.hive.serde2.dynamic_type.DynamicSerDe",
            "org.apache.hadoop.hive.serde2.lazybinary.LazyBinarySerDe");

    public List<String> columns() {
        List<String> rows = new ArrayList<>();
        ownColumns().forEach(column -> rows.add(row(column, missingComment())));
        table.partitionKeys().forEach(key -> rows.add(row(key, "")));
        rows.addAll(partitionInformation());
        return rows;
    }

    /** Returns the rows of DESCRIBE FORMATTED. Partition keys are not among the columns there. */
    public List<String> formattedColumns() {
        List<String> rows = new ArrayList<>(List.of(HEADING, Padded.EMPTY_ROW));
        ownColumns().forEach(column -> rows.add(row(column, missingComment())));
        rows.addAll(partitionInformation());
        return rows;
    }

    private List<String> partitionInformation() {
        if (table.partitionKeys().isEmpty()) {
            return List.of();
        }
        List<String> rows = new ArrayList<>(
                List.of(Padded.EMPTY_ROW, Padded.heading("# Partition Information"), HEADING, Padded.EMPTY_ROW));
        table.partitionKeys().forEach(key -> rows.add(row(key, "")));
        return rows;
    }

    private List<Column> ownColumns() {
        return partition
                .map(Partition::storageDescriptor)
                .map(storage -> storage.columns())
                .orElseGet(table::columns);
    }

    private String missingComment() {
        return missingComment(table);
    }

    /**
     * Returns the comment of a column that has none. Hive says "from deserializer" of columns that it asks the SerDe
     * for.
     */
    public static String missingComment(CatalogTable table) {
        return OF_CATALOG.contains(table.serde()) || table.isView() ? "" : "from deserializer";
    }

    public static String row(Column column, String missing) {
        return row(
                column.name(),
                column.type(),
                Optional.ofNullable(column.comment()).orElse(missing));
    }

    /** Returns a row. Athena ends a comment at its first tab. */
    public static String row(String name, String type, String comment) {
        int tab = comment.indexOf('\t');
        return tab < 0 ? Padded.row(name, type, comment) : Padded.row(name, type) + "\t" + comment.substring(0, tab);
    }
}
