package io.laguna.emulator.redshiftdata.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshiftdata.model.ColumnMetadata;
import software.amazon.awssdk.services.redshiftdata.model.Field;
import software.amazon.awssdk.services.redshiftdata.model.QueryRecords;

/** Results as the API answers them. */
public final class ResultShapes {
    private ResultShapes() {}

    /** Returns columns from their JSON. */
    public static List<ColumnMetadata> columns(String columns) {
        return Columns.read(columns);
    }

    /** Returns rows whose values are in the members that their types have. */
    public static List<List<Field>> fields(String columns, List<List<Optional<String>>> rows) {
        List<Kind> kinds = Columns.read(columns).stream()
                .map(column -> Kind.of(column.typeName()))
                .toList();
        return rows.stream().map(row -> fields(kinds, row)).toList();
    }

    private static List<Field> fields(List<Kind> kinds, List<Optional<String>> row) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            fields.add(kinds.get(i).field(row.get(i)));
        }
        return fields;
    }

    /** Returns rows as one text of CSV, or nothing without rows. */
    public static List<QueryRecords> csv(List<List<Optional<String>>> rows) {
        return rows.isEmpty() ? List.of() : List.of(QueryRecords.fromCsvRecords(Csv.of(rows)));
    }
}
