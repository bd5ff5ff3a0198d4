package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The division of fields between two frames: the named ones in the first, the rest in the second. */
public final class SplitFields {
    private SplitFields() {}

    public static Map<String, DynamicFrame> apply(
            DynamicFrame frame, List<String> paths, String selected, String rest, Stage stage) {
        Map<String, DynamicFrame> split = new LinkedHashMap<>();
        split.put(
                selected,
                SelectFields.apply(frame, new ArrayList<>(paths), stage).withName(selected));
        split.put(rest, DropFields.apply(frame, paths, stage).withName(rest));
        return split;
    }
}
