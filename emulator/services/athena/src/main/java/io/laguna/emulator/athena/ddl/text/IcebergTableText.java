package io.laguna.emulator.athena.ddl.text;

import io.laguna.emulator.athena.ddl.model.CatalogTable;
import io.laguna.emulator.athena.ddl.model.IcebergMetadata;
import io.laguna.emulator.athena.ddl.model.TableName;
import io.laguna.emulator.athena.ddl.words.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The CREATE TABLE statement that makes an Iceberg table again. */
public record IcebergTableText(TableName name, CatalogTable table, IcebergMetadata metadata) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("CREATE TABLE " + name.asWritten() + " ("));
        lines.addAll(TableText.list(table.columns(), TableText::column, ")"));
        List<IcebergMetadata.PartitionField> partitioning = metadata.partitioning();
        if (!partitioning.isEmpty()) {
            lines.add("PARTITIONED BY (");
            lines.addAll(TableText.list(partitioning, IcebergTableText::transform, ")"));
        }
        lines.add("LOCATION " + Quoted.hiveText(metadata.location()));
        lines.add("TBLPROPERTIES (");
        lines.addAll(
                TableText.list(metadata.athenaProperties().entrySet().stream().toList(), TableText::property, ")"));
        return lines;
    }

    /**
     * Returns a transform in Athena's words: Iceberg's {@code bucket[16]} of a column is Athena's
     * {@code bucket(16, column)}.
     */
    private static String transform(IcebergMetadata.PartitionField field) {
        String column = Quoted.hiveIdentifier(field.column());
        String transform = field.transform();
        int bracket = transform.indexOf('[');
        if (transform.equals("identity")) {
            return column;
        }
        return bracket < 0
                ? transform + "(" + column + ")"
                : transform.substring(0, bracket) + "(" + transform.substring(bracket + 1, transform.length() - 1)
                        + ", " + column + ")";
    }
}
