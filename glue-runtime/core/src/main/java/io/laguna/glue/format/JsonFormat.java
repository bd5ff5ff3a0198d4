package io.laguna.glue.format;

import io.laguna.glue.record.DynamicRecord;
import java.io.IOException;
import java.util.Iterator;

/**
 * JSON: an object a line or, with {@code multiLine} or a path, values that may span lines. The elements of an array are
 * records of their own. Every broken line is one error, and its neighbours are read.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-json-home.html">Using the JSON
 *     format in AWS Glue</a>
 */
record JsonFormat(boolean multiLine, JsonPath path) implements RecordFormat {

    static JsonFormat of(Options options) {
        return new JsonFormat(
                options.flag("multiLine") || options.text("jsonPath").isPresent(),
                JsonPath.of(options.text("jsonPath", "$")));
    }

    @Override
    public boolean splittable() {
        return !multiLine;
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return multiLine ? new JsonStream(slice, path) : new JsonLines(slice);
    }
}
