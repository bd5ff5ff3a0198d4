package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The merge of a frame with newer records: all of the newer ones, and of the older those whose key is not among the newer.
 * Records with the same key in one of the frames all stay.
 */
public final class MergeFrames {
    private MergeFrames() {}

    public static DynamicFrame apply(DynamicFrame older, DynamicFrame newer, List<String> primaryKeys, Stage stage) {
        List<FieldPath> keys = FieldPath.parseAll(primaryKeys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A merge needs primary keys");
        }
        if (older.content() instanceof Content.Typed a
                && newer.content() instanceof Content.Typed b
                && Union.agree(older.schema(), newer.schema())
                && keys.stream()
                        .allMatch(key -> Types.get(older.schema(), key, true).isPresent())) {
            return DynamicFrame.ofStep(rows(a.rows(), b.rows(), keys), stage, older, newer);
        }
        JavaPairRDD<List<Object>, Struct> merged = newer.structs()
                .mapToPair(record -> new Tuple2<>(Keys.key(record, keys), true))
                .rightOuterJoin(older.structs().mapToPair(record -> new Tuple2<>(Keys.key(record, keys), record)))
                .filter(pair -> !pair._2()._1().isPresent())
                .mapValues(Tuple2::_2);
        JavaRDD<DynamicRecord> errors = older.records().filter(DynamicRecord::isError);
        return DynamicFrame.ofStep(
                merged.values().map(DynamicRecord::of).union(newer.records()).union(errors),
                () -> (StructType) older.schema().merge(newer.schema()),
                stage,
                older,
                newer);
    }

    private static Dataset<Row> rows(Dataset<Row> older, Dataset<Row> newer, List<FieldPath> keys) {
        Dataset<Row> taken = newer.select(
                        keys.stream().map(key -> newer.col(key.quoted())).toArray(Column[]::new))
                .distinct();
        Column same = null;
        for (int i = 0; i < keys.size(); i++) {
            Column equal = older.col(keys.get(i).quoted()).eqNullSafe(taken.col(FieldPath.quote(taken.columns()[i])));
            same = same == null ? equal : same.and(equal);
        }
        return older.join(taken, same, "left_anti").unionByName(newer, true);
    }
}
