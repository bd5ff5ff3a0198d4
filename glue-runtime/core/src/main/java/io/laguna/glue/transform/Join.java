package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The inner join of two frames on equal keys. All fields of both stay. A field of the second frame whose name the first has
 * too gets a dot before its name: {@code zip} and {@code .zip}, as in the example of <a
 * href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-extensions-dynamic-frame.html">DynamicFrame
 * class</a>.
 */
public final class Join {
    private Join() {}

    public static DynamicFrame apply(
            DynamicFrame one, List<String> keys1, DynamicFrame other, List<String> keys2, Stage stage) {
        if (keys1.isEmpty() || keys1.size() != keys2.size()) {
            throw new IllegalArgumentException(
                    "A join needs the same number of keys on both sides: " + keys1 + " and " + keys2);
        }
        List<FieldPath> left = FieldPath.parseAll(keys1);
        List<FieldPath> right = FieldPath.parseAll(keys2);
        StructType leftSchema = one.schema();
        StructType rightSchema = other.schema();
        boolean rows = Choices.none(leftSchema)
                && Choices.none(rightSchema)
                && sameTypes(left, leftSchema, right, rightSchema);
        Map<String, String> names = names(leftSchema, rightSchema);
        return rows
                ? DynamicFrame.ofStep(rows(one.toDF(), left, other.toDF(), right, names), stage, one, other)
                : records(one, left, other, right, names, stage);
    }

    /** Returns the names that fields of the second frame get. */
    private static Map<String, String> names(StructType left, StructType right) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String name : right.fields().keySet()) {
            String free = name;
            while (Types.name(left, free, false).isPresent()) {
                free = "." + free;
            }
            names.put(name, free);
        }
        return names;
    }

    private static boolean sameTypes(
            List<FieldPath> left, StructType leftSchema, List<FieldPath> right, StructType rightSchema) {
        for (int i = 0; i < left.size(); i++) {
            Optional<GlueType> key = Types.get(leftSchema, left.get(i), true);
            if (key.isEmpty() || !key.equals(Types.get(rightSchema, right.get(i), true))) {
                return false;
            }
        }
        return true;
    }

    private static Dataset<Row> rows(
            Dataset<Row> left,
            List<FieldPath> leftKeys,
            Dataset<Row> right,
            List<FieldPath> rightKeys,
            Map<String, String> names) {
        Dataset<Row> renamed = right.toDF(names.values().toArray(String[]::new));
        Column[] columns = Stream.concat(Arrays.stream(left.columns()), names.values().stream())
                .map(Columns::named)
                .toArray(Column[]::new);
        Optional<Column> equal = Optional.empty();
        for (int i = 0; i < leftKeys.size(); i++) {
            Column one = left.col(leftKeys.get(i).quoted());
            Column same =
                    one.equalTo(renamed.col(renamed(rightKeys.get(i), names).quoted()));
            equal = Optional.of(equal.map(each -> each.and(same)).orElse(same));
        }
        return left.join(renamed, equal.orElseThrow(), "inner").select(columns);
    }

    private static FieldPath renamed(FieldPath path, Map<String, String> names) {
        List<String> steps = new ArrayList<>(path.steps());
        steps.set(0, names.get(steps.get(0)));
        return new FieldPath(steps);
    }

    private static DynamicFrame records(
            DynamicFrame one,
            List<FieldPath> leftKeys,
            DynamicFrame other,
            List<FieldPath> rightKeys,
            Map<String, String> names,
            Stage stage) {
        JavaPairRDD<List<Object>, Struct> left = Keys.pairs(one.structs(), leftKeys);
        JavaPairRDD<List<Object>, Struct> right = Keys.pairs(other.structs(), rightKeys);
        Map<String, String> renames = new LinkedHashMap<>(names);
        JavaRDD<DynamicRecord> joined = left.join(right).map(pair -> joined(pair._2(), renames));
        JavaRDD<DynamicRecord> errors = one.records()
                .filter(DynamicRecord::isError)
                .union(other.records().filter(DynamicRecord::isError));
        return DynamicFrame.ofStep(joined.union(errors), stage, one, other);
    }

    private static DynamicRecord joined(Tuple2<Struct, Struct> pair, Map<String, String> renames) {
        Struct record = pair._1().copy();
        pair._2().fields().forEach(field -> record.put(renames.get(field.getKey()), field.getValue()));
        return DynamicRecord.of(record);
    }
}
