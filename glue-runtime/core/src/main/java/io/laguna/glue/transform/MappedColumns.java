package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import io.laguna.glue.schema.SparkTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Mappings as columns: a tree of structs whose leaves are casts of the source's columns. */
final class MappedColumns {

    /** A target field: a column, or a struct of further targets. */
    private sealed interface Target {
        record Leaf(Column column) implements Target {}

        record Branch(Map<String, Target> targets) implements Target {}
    }

    private final StructType schema;
    private final String timeZone;
    private final boolean caseSensitive;

    MappedColumns(DynamicFrame frame, boolean caseSensitive) {
        this.schema = frame.schema();
        this.timeZone = Columns.timeZone(frame);
        this.caseSensitive = caseSensitive;
    }

    Dataset<Row> select(Dataset<Row> rows, List<MappingSpec> mappings) {
        Map<String, Target> root = new LinkedHashMap<>();
        for (MappingSpec mapping : mappings) {
            source(mapping.source())
                    .ifPresent(path -> put(
                            root,
                            mapping.target().steps(),
                            column(path, Types.get(schema, path, caseSensitive).orElseThrow(), mapping)));
        }
        return rows.select(columns(root));
    }

    /** Returns the path with the names as the rows have them. */
    private Optional<FieldPath> source(FieldPath path) {
        List<String> names = new ArrayList<>();
        StructType struct = schema;
        for (String step : path.steps()) {
            Optional<String> name = Types.name(struct, step, caseSensitive);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
            struct = struct.fields().get(name.get()) instanceof StructType inner ? inner : StructType.EMPTY;
        }
        return Optional.of(new FieldPath(names));
    }

    private Column column(FieldPath path, GlueType type, MappingSpec mapping) {
        GlueType target = mapping.result(type);
        return mapping.takes(type.typeName())
                ? Columns.cast(functions.col(path.quoted()), SparkTypes.of(type), target, timeZone)
                : Columns.nothing(target);
    }

    private static void put(Map<String, Target> targets, List<String> steps, Column column) {
        String name = steps.get(0);
        if (steps.size() == 1) {
            targets.put(name, new Target.Leaf(column));
            return;
        }
        if (!(targets.get(name) instanceof Target.Branch)) {
            targets.put(name, new Target.Branch(new LinkedHashMap<>()));
        }
        put(((Target.Branch) targets.get(name)).targets(), steps.subList(1, steps.size()), column);
    }

    private static Column[] columns(Map<String, Target> targets) {
        List<Column> columns = new ArrayList<>();
        targets.forEach((name, target) -> columns.add(column(target).as(name)));
        return columns.toArray(Column[]::new);
    }

    private static Column column(Target target) {
        return target instanceof Target.Branch branch
                ? functions.struct(columns(branch.targets()))
                : ((Target.Leaf) target).column();
    }
}
