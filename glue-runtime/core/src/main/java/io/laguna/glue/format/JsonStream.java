package io.laguna.glue.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.util.Deque;
import java.util.List;

/** Values of JSON one after the other, wherever lines end. After a broken one nothing can be read. */
final class JsonStream extends PulledRecords {
    private final Slice slice;
    private final JsonPath path;
    private final JsonParser parser;

    JsonStream(Slice slice, JsonPath path) throws IOException {
        this(slice, path, JsonValues.JSON.createParser(slice.open(0)));
    }

    private JsonStream(Slice slice, JsonPath path, JsonParser parser) {
        super(parser);
        this.slice = slice;
        this.path = path;
        this.parser = parser;
    }

    @Override
    boolean pull(Deque<DynamicRecord> ready) throws IOException {
        Struct soFar = new Struct();
        try {
            if (parser.nextToken() == null) {
                return false;
            }
            if (parser.isExpectedStartObjectToken()) {
                JsonValues.readInto(soFar, parser);
                path.in(soFar).forEach(each -> add(ready, each));
            } else {
                path.in(JsonValues.read(parser)).forEach(each -> add(ready, each));
            }
            return true;
        } catch (JsonProcessingException e) {
            ready.add(broken(e, soFar));
            return false;
        }
    }

    private void add(Deque<DynamicRecord> ready, Object value) {
        if (value instanceof Struct struct) {
            ready.add(DynamicRecord.of(struct));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> add(ready, each));
        } else {
            ready.add(broken(new IOException("No object: " + value), new Struct()));
        }
    }

    private DynamicRecord broken(Exception cause, Struct soFar) {
        return DynamicRecord.failed(ErrorDetail.ofInput(
                CallSite.NOT_PROVIDED, cause, "", parser.currentLocation().getByteOffset(), slice.name(), soFar));
    }
}
