package io.laguna.glue.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Lines of JSON. When neither the first nor the second line of a file is a whole value, the file is not written in lines,
 * and is read as a stream of values.
 */
final class JsonLines extends PulledRecords {
    private final Slice slice;
    private final Lines lines;
    private final Deque<String> lookedAt = new ArrayDeque<>();
    private Optional<JsonStream> stream = Optional.empty();
    private boolean first;

    JsonLines(Slice slice) throws IOException {
        this(slice, new Lines(slice));
    }

    private JsonLines(Slice slice, Lines lines) {
        super(lines);
        this.slice = slice;
        this.lines = lines;
        this.first = slice.start() == 0;
    }

    @Override
    boolean pull(Deque<DynamicRecord> ready) throws IOException {
        if (stream.isPresent()) {
            return stream.get().pull(ready);
        }
        Optional<String> line = lookedAt.isEmpty() ? lines.next() : Optional.of(lookedAt.remove());
        if (line.isEmpty()) {
            return false;
        }
        if (!line.get().isBlank()) {
            read(line.get(), ready);
        }
        return true;
    }

    private void read(String line, Deque<DynamicRecord> ready) throws IOException {
        boolean mayNotBeLines = first;
        first = false;
        Struct soFar = new Struct();
        Deque<DynamicRecord> found = new ArrayDeque<>();
        try {
            parse(line, soFar, found);
            ready.addAll(found);
        } catch (JsonEOFException e) {
            if (mayNotBeLines && nextIsNoValue()) {
                stream = Optional.of(new JsonStream(slice, JsonPath.of("$")));
            } else {
                ready.add(broken(e, line, soFar));
            }
        } catch (JsonProcessingException e) {
            ready.add(broken(e, line, soFar));
        }
    }

    private boolean nextIsNoValue() throws IOException {
        Optional<String> next = lines.next();
        if (next.isEmpty()) {
            return false;
        }
        lookedAt.add(next.get());
        try {
            parse(next.get(), new Struct(), new ArrayDeque<>());
            return next.get().isBlank();
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private void parse(String line, Struct soFar, Deque<DynamicRecord> found) throws IOException {
        try (JsonParser parser = JsonValues.JSON.createParser(line)) {
            Struct struct = soFar;
            while (parser.nextToken() != null) {
                if (parser.isExpectedStartObjectToken()) {
                    JsonValues.readInto(struct, parser);
                    found.add(DynamicRecord.of(struct));
                    struct = new Struct();
                } else {
                    add(JsonValues.read(parser), line, found);
                }
            }
        }
    }

    private void add(Object value, String line, Deque<DynamicRecord> found) {
        if (value instanceof Struct struct) {
            found.add(DynamicRecord.of(struct));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> add(each, line, found));
        } else {
            found.add(broken(new IOException("No object: " + value), line, new Struct()));
        }
    }

    private DynamicRecord broken(Exception cause, String line, Struct soFar) {
        return DynamicRecord.failed(
                ErrorDetail.ofInput(CallSite.NOT_PROVIDED, cause, line, lines.position(), slice.name(), soFar));
    }
}
