package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.schema.Cast;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.ArrayType;
import io.laguna.glue.schema.GlueType.ChoiceType;
import io.laguna.glue.schema.GlueType.StructType;
import io.laguna.glue.schema.SparkTypes;
import io.laguna.glue.transform.Resolution.Inside;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * The resolution of choices, as <a
 * href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-transforms-ResolveChoice.html">ResolveChoice
 * class</a> describes it. {@code cast} works on fields of one type too.
 */
public final class ResolveChoice {
    private final Map<List<String>, ResolveSpec> specs = new LinkedHashMap<>();
    private final ResolveSpec otherwise;
    private final String timeZone;

    private ResolveChoice(Map<String, String> actions, ResolveSpec otherwise, String timeZone) {
        actions.forEach((path, action) -> specs.put(FieldPath.parse(path).steps(), ResolveSpec.parse(action)));
        this.otherwise = otherwise;
        this.timeZone = timeZone;
    }

    /** Returns the frame with the choices at some paths resolved. */
    public static DynamicFrame specs(DynamicFrame frame, Map<String, String> actions, Stage stage) {
        return new ResolveChoice(actions, ResolveSpec.KEEP, Columns.timeZone(frame)).of(frame, stage);
    }

    /** Returns the frame with all choices resolved in the same way, but for those at some paths. */
    public static DynamicFrame all(DynamicFrame frame, String choice, Map<String, String> actions, Stage stage) {
        return new ResolveChoice(actions, ResolveSpec.parse(choice), Columns.timeZone(frame)).of(frame, stage);
    }

    /** Returns the frame with every field cast to the type of the field of the same name in a table of the catalog. */
    public static DynamicFrame matchCatalog(DynamicFrame frame, StructType table, Stage stage) {
        return new ResolveChoice(Map.of(), ResolveSpec.KEEP, Columns.timeZone(frame)).of(frame, table, stage);
    }

    private DynamicFrame of(DynamicFrame frame, Stage stage) {
        if (frame.content() instanceof Content.Typed typed
                && specs.entrySet().stream().allMatch(spec -> isColumnCast(spec, frame.schema()))) {
            Column[] columns = frame.schema().fields().entrySet().stream()
                    .map(field -> column(field.getKey(), field.getValue()))
                    .toArray(Column[]::new);
            return DynamicFrame.ofStep(
                    specs.isEmpty() ? typed.rows() : typed.rows().select(columns), stage, frame);
        }
        return resolve(frame, inside(frame.schema(), List.of()), stage);
    }

    private static boolean isColumnCast(Map.Entry<List<String>, ResolveSpec> spec, StructType schema) {
        return spec.getKey().size() == 1
                && (spec.getValue().action() == ResolveSpec.Action.CAST
                        || !schema.fields().containsKey(spec.getKey().get(0)));
    }

    private Column column(String name, GlueType type) {
        ResolveSpec spec = specs.getOrDefault(List.of(name), ResolveSpec.KEEP);
        return Columns.cast(Columns.named(name), SparkTypes.of(type), spec.type(), timeZone)
                .as(name);
    }

    private static DynamicFrame resolve(DynamicFrame frame, Inside plan, Stage stage) {
        return Steps.each(frame, plan::of, plan::of, stage);
    }

    private Inside inside(StructType struct, List<String> path) {
        Map<String, Resolution> fields = new LinkedHashMap<>();
        struct.fields().forEach((name, type) -> {
            Resolution resolution = resolution(type, step(path, name), true);
            if (!(resolution instanceof Resolution.Keep)) {
                fields.put(name, resolution);
            }
        });
        return new Inside(fields);
    }

    private Resolution resolution(GlueType type, List<String> path, boolean columns) {
        boolean isChoice = type instanceof ChoiceType;
        ResolveSpec spec = specs.getOrDefault(path, isChoice ? otherwise : ResolveSpec.KEEP);
        if (spec.action() == ResolveSpec.Action.CAST) {
            return new Resolution.CastAll(new Cast(spec.type(), timeZone));
        } else if (type instanceof ChoiceType choice) {
            return choice(choice, spec, path, columns);
        } else if (type instanceof StructType struct) {
            return inside(struct, path);
        } else if (type instanceof ArrayType array) {
            return new Resolution.Elements(resolution(array.element(), step(path, FieldPath.ELEMENTS), false));
        }
        return new Resolution.Keep();
    }

    private Resolution choice(ChoiceType choice, ResolveSpec spec, List<String> path, boolean columns) {
        List<String> types = new ArrayList<>(choice.choices().keySet());
        return switch (spec.action()) {
            case PROJECT -> new Resolution.Project(new Cast(spec.type(), timeZone));
            case MAKE_STRUCT -> new Resolution.MakeStruct(types);
                // An element of an array has no place for more columns.
            case MAKE_COLS -> columns ? new Resolution.MakeColumns(types) : new Resolution.MakeStruct(types);
            case KEEP, CAST -> choice.choices().get("struct") instanceof StructType struct
                    ? inside(struct, path)
                    : new Resolution.Keep();
        };
    }

    private static List<String> step(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private DynamicFrame of(DynamicFrame frame, StructType table, Stage stage) {
        return resolve(frame, matching(frame.schema(), table), stage);
    }

    private Inside matching(StructType schema, StructType table) {
        Map<String, Resolution> fields = new LinkedHashMap<>();
        schema.fields().forEach((name, type) -> Types.name(table, name, false)
                .map(table.fields()::get)
                .ifPresent(target -> fields.put(name, matching(type, target))));
        return new Inside(fields);
    }

    private Resolution matching(GlueType type, GlueType target) {
        if (type.equals(target)) {
            return new Resolution.Keep();
        } else if (type instanceof StructType struct && target instanceof StructType table) {
            return matching(struct, table);
        } else if (type instanceof ArrayType array && target instanceof ArrayType table) {
            return new Resolution.Elements(matching(array.element(), table.element()));
        }
        return new Resolution.CastAll(new Cast(target, timeZone));
    }
}
