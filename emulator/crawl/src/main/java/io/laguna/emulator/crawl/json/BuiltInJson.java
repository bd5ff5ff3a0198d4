package io.laguna.emulator.crawl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.json.JsonReading.End;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.read.Text;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS's classifier of JSON: objects are records, and an array is a record with one column, {@code array}. */
public final class BuiltInJson {
    /** The layout; its parameter {@code paths} follows from the columns. */
    public static final Layout LAYOUT = Layout.text("json", "org.openx.data.jsonserde.JsonSerDe", Map.of(), Map.of());

    /** The bytes of a file that are read, step by step, until one whole record is there. */
    private static final List<Integer> STEPS = List.of(Sample.STEP, 3 * Sample.STEP, 10 * Sample.STEP);

    private BuiltInJson() {}

    /** Returns what the file is, if it is JSON. */
    public static Optional<Finding> find(Sample sample) throws IOException {
        return find(sample, LAYOUT, BuiltInJson::record);
    }

    private static void record(JsonParser parser, JsonRecords records) throws IOException {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            records.add(Map.of("array", JsonTypes.of(parser)));
        } else {
            records.add(JsonTypes.members(parser));
        }
    }

    /** Reads a value whose records go to the second parameter. */
    interface Reader {
        void read(JsonParser parser, JsonRecords records) throws IOException;
    }

    static Optional<Finding> find(Sample sample, Layout layout, Reader reader) throws IOException {
        for (int limit : STEPS) {
            Text text = sample.text(limit);
            JsonRecords records = new JsonRecords();
            End end = JsonReading.read(text, records, parser -> reader.read(parser, records));
            if (end == End.BROKEN && text.lines().startsWith("[")) {
                // A line of a log, for example; objects before something else are records all the same.
                return Optional.empty();
            }
            if (records.count() > 0) {
                boolean only = records.count() == 1 && end == End.DONE;
                return Optional.of(Finding.of(
                        layout,
                        sample.compression().text(),
                        records.columns(),
                        records.mean().count(sample.object().size(), only)));
            }
            if (end != End.CUT) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
