package io.laguna.glue.transform;

import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** Columns without some of the fields in them. With its last field a struct goes, and with its elements an array. */
final class PrunedColumns {
    private PrunedColumns() {}

    /** Returns the columns of a schema without the fields at some paths. */
    static Column[] of(StructType schema, List<FieldPath> dropped) {
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<String, GlueType> field : schema.fields().entrySet()) {
            List<List<String>> inner = below(field.getKey(), steps(dropped));
            if (isLeft(field.getValue(), inner)) {
                columns.add(prune(Columns.named(field.getKey()), field.getValue(), inner)
                        .as(field.getKey()));
            }
        }
        return columns.toArray(Column[]::new);
    }

    private static List<List<String>> steps(List<FieldPath> paths) {
        return paths.stream().map(FieldPath::steps).toList();
    }

    /** Returns the rest of the paths that lead through a field. */
    private static List<List<String>> below(String name, List<List<String>> paths) {
        return paths.stream()
                .filter(path -> path.get(0).equals(name))
                .map(path -> path.subList(1, path.size()))
                .toList();
    }

    private static List<List<String>> inElements(List<List<String>> paths) {
        return paths.stream()
                .map(path -> path.get(0).equals(FieldPath.ELEMENTS) ? path.subList(1, path.size()) : path)
                .toList();
    }

    private static boolean isLeft(GlueType type, List<List<String>> dropped) {
        if (dropped.stream().anyMatch(List::isEmpty)) {
            return false;
        } else if (type instanceof StructType struct) {
            return struct.fields().entrySet().stream()
                    .anyMatch(field -> isLeft(field.getValue(), below(field.getKey(), dropped)));
        }
        return !(type instanceof ArrayType array) || isLeft(array.element(), inElements(dropped));
    }

    private static Column prune(Column column, GlueType type, List<List<String>> dropped) {
        if (dropped.isEmpty()) {
            return column;
        } else if (type instanceof StructType struct) {
            Column[] fields = struct.fields().entrySet().stream()
                    .filter(field -> isLeft(field.getValue(), below(field.getKey(), dropped)))
                    .map(field -> prune(
                                    column.getField(field.getKey()), field.getValue(), below(field.getKey(), dropped))
                            .as(field.getKey()))
                    .toArray(Column[]::new);
            return functions.when(column.isNotNull(), functions.struct(fields));
        } else if (type instanceof ArrayType array) {
            return functions.transform(column, element -> prune(element, array.element(), inElements(dropped)));
        }
        return column;
    }
}
