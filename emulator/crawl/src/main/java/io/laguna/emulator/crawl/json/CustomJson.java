package io.laguna.emulator.crawl.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.laguna.emulator.crawl.finding.Finding;
import io.laguna.emulator.crawl.finding.Layout;
import io.laguna.emulator.crawl.json.JsonPath.Step;
import io.laguna.emulator.crawl.read.Sample;
import io.laguna.emulator.crawl.schema.ColumnType;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.JsonClassifier;

/** A user's classifier of JSON: the values at a path are the records. */
public final class CustomJson {
    private static final String SCALAR = "record";

    private final JsonPath path;
    private final Layout layout;

    /** @throws IllegalArgumentException when the path is none */
    public CustomJson(JsonClassifier classifier) {
        this.path = JsonPath.of(classifier.jsonPath());
        this.layout =
                Layout.text("json", BuiltInJson.LAYOUT.serde(), Map.of(), Map.of("jsonPath", classifier.jsonPath()));
    }

    /** Returns what the file is, if it is JSON with values at the path. */
    public Optional<Finding> find(Sample sample) throws IOException {
        return BuiltInJson.find(sample, layout, (parser, records) -> walk(parser, 0, records));
    }

    private void walk(JsonParser parser, int depth, JsonRecords records) throws IOException {
        if (depth == path.steps().size()) {
            record(parser, records);
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                enter(parser, isAt(path.steps().get(depth), i), depth, records);
            }
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                enter(parser, isAt(path.steps().get(depth), name), depth, records);
            }
        }
    }

    private void enter(JsonParser parser, boolean chosen, int depth, JsonRecords records) throws IOException {
        if (chosen) {
            walk(parser, depth + 1, records);
        } else {
            parser.skipChildren();
        }
    }

    private static void record(JsonParser parser, JsonRecords records) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> records.add(JsonTypes.members(parser));
            case START_ARRAY -> records.add(Map.of("array", JsonTypes.of(parser)));
            default -> records.add(Map.of(SCALAR, ColumnType.STRING));
        }
    }

    private static boolean isAt(Step step, int index) {
        return step instanceof Step.Any || (step instanceof Step.Index at && at.index() == index);
    }

    private static boolean isAt(Step step, String name) {
        return step instanceof Step.Any
                || (step instanceof Step.Name at && at.name().equals(name));
    }
}
