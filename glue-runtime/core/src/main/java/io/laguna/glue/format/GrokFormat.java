package io.laguna.glue.format;

import io.krakens.grok.api.Grok;
import io.krakens.grok.api.GrokCompiler;
import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * Lines of a log, read by a grok pattern. A line that does not match is an error.
 *
 * @param missing the text that stands for a value that is not there
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-format-grokLog-home.html">Using the
 *     grokLog format in AWS Glue</a>
 */
record GrokFormat(String logFormat, String customPatterns, String missing) implements RecordFormat {

    static GrokFormat of(Options options) {
        return new GrokFormat(
                options.required("logFormat"), options.text("customPatterns", ""), options.text("MISSING", "-"));
    }

    @Override
    public boolean splittable() {
        return true;
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        GrokCompiler compiler = GrokCompiler.newInstance();
        compiler.registerDefaultPatterns();
        for (String line : customPatterns.split("\\R|\\\\n", -1)) {
            String[] nameAndPattern = line.strip().split("\\s+", 2);
            if (nameAndPattern.length == 2 && !line.startsWith("#")) {
                compiler.register(nameAndPattern[0], nameAndPattern[1]);
            }
        }
        return new Matches(slice, compiler.compile(logFormat, true), new Lines(slice));
    }

    private final class Matches extends PulledRecords {
        private final Slice slice;
        private final Grok grok;
        private final Lines lines;

        Matches(Slice slice, Grok grok, Lines lines) {
            super(lines);
            this.slice = slice;
            this.grok = grok;
            this.lines = lines;
        }

        @Override
        boolean pull(Deque<DynamicRecord> ready) throws IOException {
            Optional<String> line = lines.next();
            line.filter(text -> !text.isEmpty()).ifPresent(text -> ready.add(record(text)));
            return line.isPresent();
        }

        private DynamicRecord record(String line) {
            Map<String, Object> found = grok.match(line).captureFlattened();
            if (found.isEmpty()) {
                return DynamicRecord.failed(ErrorDetail.ofInput(
                        CallSite.NOT_PROVIDED,
                        new IOException("The line does not match the logFormat"),
                        line,
                        lines.position(),
                        slice.name(),
                        new Struct()));
            }
            Struct struct = new Struct(found.size());
            found.entrySet().stream()
                    .sorted(Comparator.comparingInt(each -> logFormat.indexOf(":" + each.getKey())))
                    .forEach(each ->
                            struct.put(each.getKey(), missing.equals(each.getValue()) ? null : each.getValue()));
            return DynamicRecord.of(struct);
        }
    }
}
