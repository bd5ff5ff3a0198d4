package io.laguna.redshift.load.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Target;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Objects or arrays of JSON, with blanks or line breaks between them. */
final class JsonRecords extends Documents {
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(JsonNode.class);

    private final Lines lines;
    private final Nesting nesting = new Nesting();

    JsonRecords(InputStream stream, List<Target> columns, Assignment assignment) {
        super(columns, assignment);
        this.lines = new Lines(stream);
    }

    /** The end of a document: the bracket that closes the first one, or a line break after anything else. */
    private static final class Nesting implements Lines.Scan {
        private int depth;
        private boolean inside;
        private boolean escaped;
        private boolean stray;

        @Override
        public int end(byte[] bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte next = bytes[i];
                if (inside) {
                    inside = escaped || next != '"';
                    escaped = !escaped && next == '\\';
                } else if (next == '"') {
                    inside = true;
                    stray |= depth == 0;
                } else if (next == '{' || next == '[') {
                    depth++;
                } else if (next == '}' || next == ']') {
                    depth--;
                    if (depth <= 0) {
                        reset();
                        return i;
                    }
                } else if (next == '\n' && stray && depth == 0) {
                    reset();
                    return i;
                } else {
                    stray |= depth == 0 && next > ' ';
                }
            }
            return -1;
        }

        private void reset() {
            depth = 0;
            inside = false;
            stray = false;
        }

        @Override
        public boolean isBreak() {
            return false;
        }
    }

    @Override
    Optional<JsonNode> document() throws IOException, FieldError {
        if (!lines.next(nesting)) {
            return Optional.empty();
        }
        int from = lines.start;
        while (from < lines.end && lines.bytes[from] <= ' ' && lines.bytes[from] >= 0) {
            from++;
        }
        if (from == lines.end) {
            return Optional.empty();
        }
        try {
            return Optional.of(READER.readValue(lines.bytes, from, lines.end - from));
        } catch (JsonProcessingException e) {
            throw new FieldError(ErrorCode.PARSE, "Invalid JSON: " + e.getOriginalMessage());
        }
    }

    @Override
    public long line() {
        return lines.lastLine();
    }

    @Override
    public String raw() {
        return lines.text().strip();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
