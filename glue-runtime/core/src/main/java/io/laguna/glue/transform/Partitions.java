package io.laguna.glue.transform;

import io.laguna.glue.frame.Content;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;

/** Frames in more or fewer partitions. */
public final class Partitions {
    private Partitions() {}

    public static DynamicFrame repartition(DynamicFrame frame, int partitions, Stage stage) {
        return frame.content() instanceof Content.Typed typed
                ? DynamicFrame.ofStep(typed.rows().repartition(partitions), stage, frame)
                : DynamicFrame.ofStep(frame.records().repartition(partitions), frame::schema, stage, frame);
    }

    public static DynamicFrame coalesce(DynamicFrame frame, int partitions, boolean shuffle, Stage stage) {
        if (frame.content() instanceof Content.Typed typed) {
            return DynamicFrame.ofStep(
                    shuffle
                            ? typed.rows().repartition(partitions)
                            : typed.rows().coalesce(partitions),
                    stage,
                    frame);
        }
        return DynamicFrame.ofStep(frame.records().coalesce(partitions, shuffle), frame::schema, stage, frame);
    }
}
