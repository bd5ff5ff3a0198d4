package io.laguna.glue.format;

import io.laguna.glue.record.Struct;
import io.laguna.glue.schema.GlueType.StructType;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comma-separated values. A text is quoted when it has a character below the separator's or the quote's, or more than 24
 * characters; with {@code strictCheckForQuoting} only when it must be. Null is nothing at all, and a value with parts is
 * JSON.
 */
record CsvOutput(List<String> columns, char separator, char quote, boolean header, boolean strict, String zone)
        implements RecordOutput {
    private static final int UNCHECKED_LENGTH = 24;

    static CsvOutput of(Options options, StructType columns, ZoneId zone) {
        return new CsvOutput(
                new ArrayList<>(columns.fields().keySet()),
                options.character("separator", Optional.of(',')).orElse(','),
                options.character("quoteChar", Optional.of('"')).orElse(CsvDialect.OFF),
                options.flag("writeHeader", true),
                options.flag("strictCheckForQuoting"),
                zone.getId());
    }

    @Override
    public Open open(OutputStream bytes) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
        if (header) {
            line(writer, columns.stream().map(this::quoted).toList());
        }
        ZoneId zoneId = ZoneId.of(zone);
        return new Open() {
            @Override
            public void write(Struct record) throws IOException {
                List<String> fields = new ArrayList<>(columns.size());
                for (String column : columns) {
                    fields.add(field(record.get(column), zoneId));
                }
                line(writer, fields);
            }

            @Override
            public void close() throws IOException {
                writer.close();
            }
        };
    }

    private void line(Writer writer, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                writer.write(separator);
            }
            writer.write(fields.get(i));
        }
        writer.write('\n');
    }

    private String field(Object value, ZoneId zoneId) throws IOException {
        if (value == null) {
            return "";
        } else if (value instanceof Number || value instanceof Boolean) {
            return Texts.of(value, zoneId);
        } else if (value instanceof Struct || value instanceof List || value instanceof Map) {
            return quoted(JsonOutput.text(value, zoneId));
        }
        return quoted(Texts.of(value, zoneId));
    }

    private String quoted(String text) {
        if (quote == CsvDialect.OFF || !needsQuotes(text)) {
            return text;
        }
        return quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }

    private boolean needsQuotes(String text) {
        if (!strict && text.length() > UNCHECKED_LENGTH) {
            return true;
        }
        int safe = Math.max(separator, quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean special = c == separator || c == quote || c == '\n' || c == '\r';
            if (special || (!strict && c <= safe)) {
                return true;
            }
        }
        return false;
    }
}
