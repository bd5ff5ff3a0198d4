package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import io.laguna.glue.record.DynamicRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** The division of records between two frames: those for which every comparison holds in the first, all others in the second. */
public final class SplitRows {
    private SplitRows() {}

    /** Returns the two frames by their names. The comparisons are a map from paths to maps from operators to values. */
    public static Map<String, DynamicFrame> apply(
            DynamicFrame frame,
            Map<String, ? extends Map<String, ?>> comparisons,
            String holding,
            String rest,
            Stage stage) {
        List<Comparison> all = new ArrayList<>();
        comparisons.forEach((path, operators) -> operators.forEach(
                (operator, value) -> all.add(new Comparison(FieldPath.parse(path), Operator.of(operator), value))));
        Map<String, DynamicFrame> split = new LinkedHashMap<>();
        if (frame.content() instanceof Content.Typed typed
                && all.stream().allMatch(each -> each.fits(frame.schema()))) {
            Column holds = all.stream().map(Comparison::column).reduce(functions.lit(true), Column::and);
            Column sure = functions.coalesce(holds, functions.lit(false));
            split.put(holding, DynamicFrame.ofStep(typed.rows().filter(sure), stage, frame));
            split.put(rest, DynamicFrame.ofStep(typed.rows().filter(functions.not(sure)), stage, frame));
        } else {
            Function<DynamicRecord, Boolean> holds =
                    record -> all.stream().allMatch(each -> each.holds(record.fields()));
            split.put(holding, part(frame, record -> record.isError() || holds.call(record), stage));
            split.put(rest, part(frame, record -> record.isError() || !holds.call(record), stage));
        }
        split.replaceAll((name, part) -> part.withName(name));
        return split;
    }

    private static DynamicFrame part(DynamicFrame frame, Function<DynamicRecord, Boolean> which, Stage stage) {
        return DynamicFrame.ofStep(frame.records().filter(which), frame::schema, stage, frame);
    }
}
