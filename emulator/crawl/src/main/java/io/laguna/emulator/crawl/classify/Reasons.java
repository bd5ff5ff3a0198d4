package io.laguna.emulator.crawl.classify;

import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;

/** Why no classifier knows a file. */
final class Reasons {
    private Reasons() {}

    static String of(Sample sample) throws IOException {
        Text text = sample.text(Sample.STEP);
        if (text.bytes().length == 0) {
            return "nothing is in it";
        }
        if (text.isBinary()) {
            return "it is binary, and neither Avro nor ORC nor Parquet";
        }
        String lines = text.lines().stripLeading();
        if (lines.startsWith("{") || lines.startsWith("[")) {
            return "it begins as JSON, but no whole record is in its first 10 MB";
        }
        long rows = lines.lines().filter(line -> !line.isBlank()).limit(3).count();
        return rows < 3
                ? "a CSV needs two columns and two rows of data, and it has "
                        + (rows == 1 ? "one line" : rows + " lines")
                : "it is neither JSON nor XML nor a known log, and no delimiter makes two columns in most of its lines";
    }
}
