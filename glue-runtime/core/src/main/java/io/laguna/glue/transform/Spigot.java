package io.laguna.glue.transform;

import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.frame.Stage;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A sample of a frame, written as JSON lines beside the way; the frame itself goes on unchanged. */
public final class Spigot {
    private static final int TOP_K = 100;

    private Spigot() {}

    /** Writes the sample. The options are {@code topk}, 100 records when absent, and {@code prob}, 1 when absent. */
    public static DynamicFrame apply(DynamicFrame frame, String folder, Map<String, ?> options, Stage stage)
            throws IOException {
        int records = options.containsKey("topk") ? Integer.parseInt(String.valueOf(options.get("topk"))) : TOP_K;
        double probability = options.containsKey("prob") ? Double.parseDouble(String.valueOf(options.get("prob"))) : 1;
        List<String> sample = (probability < 1 ? frame.structs().sample(false, probability) : frame.structs())
                .map(Object::toString)
                .take(records);
        write(frame, new Path(folder, "run-" + System.currentTimeMillis() + "-part-r-00000"), sample);
        return frame.withStage(stage);
    }

    private static void write(DynamicFrame frame, Path file, List<String> lines) throws IOException {
        FileSystem files =
                file.getFileSystem(frame.context().sparkSession().sessionState().newHadoopConf());
        try (Writer writer = new OutputStreamWriter(files.create(file, false), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                writer.write(line);
                writer.write('\n');
            }
        }
    }
}
