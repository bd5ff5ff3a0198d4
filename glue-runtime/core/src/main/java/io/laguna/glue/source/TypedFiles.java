package io.laguna.glue.source;

import io.laguna.glue.context.GlueContext;
import io.laguna.glue.format.Options;
import io.laguna.glue.frame.DynamicFrame;
import io.laguna.glue.storage.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Files whose schema stands in them: Parquet and ORC, by Spark's own readers. */
record TypedFiles(GlueContext context, String format, Options options) {

    static boolean isTyped(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "parquet", "glueparquet", "orc" -> true;
            default -> false;
        };
    }

    /** Returns a frame of all files below paths. */
    DynamicFrame paths(List<String> paths) {
        return frame(reader().load(paths.toArray(String[]::new)));
    }

    /** Returns a frame of files below paths, with the columns that the folders between them name. */
    DynamicFrame files(List<SourceFile> files, List<String> roots) {
        DataFrameReader reader = reader();
        if (roots.size() == 1 && !files.get(0).path().endsWith(roots.get(0))) {
            reader.option("basePath", roots.get(0));
        }
        return frame(reader.load(files.stream().map(SourceFile::path).toArray(String[]::new)));
    }

    DynamicFrame frame(Dataset<Row> rows) {
        return DynamicFrame.ofDataFrame(rows, context, "");
    }

    DataFrameReader reader() {
        return context.sparkSession().read().format(sparkName()).options(texts());
    }

    String sparkName() {
        return format.equalsIgnoreCase("orc") ? "orc" : "parquet";
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        options.values().forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }
}
