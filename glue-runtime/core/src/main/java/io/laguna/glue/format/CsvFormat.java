package io.laguna.glue.format;

import io.laguna.glue.record.CallSite;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.ErrorDetail;
import io.laguna.glue.record.Struct;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated values. All are texts unless the columns are known; a column without a name is {@code col} and its
 * number. A row may have fewer fields than the header, whose other columns it then lacks.
 */
public record CsvFormat(CsvDialect dialect, List<CsvColumn> columns) implements RecordFormat {

    @Override
    public boolean splittable() {
        return !dialect.multiLine();
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return new Rows(slice, slice.start() > 0 ? names(slice) : Optional.empty());
    }

    /** Returns the names of the header, which stands in another slice. */
    private Optional<List<String>> names(Slice slice) throws IOException {
        if (!dialect.withHeader()) {
            return Optional.empty();
        }
        try (Lines lines = new Lines(new Beginning(slice))) {
            Optional<String> header = lines.next();
            return header.isPresent() ? Optional.of(header(header.get(), slice)) : Optional.empty();
        }
    }

    private List<String> header(String line, Slice slice) throws IOException {
        try {
            return CsvRow.of(line, dialect);
        } catch (CsvRow.BrokenRowException e) {
            throw new UnparseableFileException(slice.name(), e);
        }
    }

    private record Beginning(Slice slice) implements Slice {
        @Override
        public String name() {
            return slice.name();
        }

        @Override
        public long start() {
            return 0;
        }

        @Override
        public long end() {
            return 0;
        }

        @Override
        public InputStream open(long position) throws IOException {
            return slice.open(position);
        }
    }

    private final class Rows extends PulledRecords {
        private final Slice slice;
        private final Lines lines;
        private List<String> names = new ArrayList<>();

        Rows(Slice slice, Optional<List<String>> header) throws IOException {
            this(slice, header, new Lines(slice));
        }

        private Rows(Slice slice, Optional<List<String>> header, Lines lines) throws IOException {
            super(lines);
            this.slice = slice;
            this.lines = lines;
            header.ifPresent(this::name);
            if (slice.start() == 0) {
                if (dialect.withHeader()) {
                    Optional<String> first = lines.next();
                    if (first.isPresent()) {
                        name(header(first.get(), slice));
                    }
                }
                for (int i = 0; i < dialect.skip(); i++) {
                    lines.next();
                }
            }
            for (int i = 0; i < columns.size(); i++) {
                names = i == 0 ? new ArrayList<>() : names;
                names.add(columns.get(i).name());
            }
        }

        /** A name that is empty, or there already, is that of a column without one. */
        private void name(List<String> header) {
            for (String name : header) {
                names.add(name.isEmpty() || names.contains(name) ? "col" + names.size() : name);
            }
        }

        @Override
        boolean pull(Deque<DynamicRecord> ready) throws IOException {
            Optional<String> line = lines.next();
            if (line.isPresent() && !line.get().isEmpty()) {
                ready.add(record(line.get()));
            }
            return line.isPresent();
        }

        private DynamicRecord record(String line) throws IOException {
            StringBuilder text = new StringBuilder(line);
            CsvRow row = new CsvRow(dialect);
            try {
                boolean whole = row.feed(line);
                while (!whole) {
                    Optional<String> more = dialect.multiLine() ? lines.next() : Optional.empty();
                    if (more.isEmpty()) {
                        throw new CsvRow.BrokenRowException("Missing closing quote of field "
                                + (row.fields().size() + 1));
                    }
                    text.append('\n').append(more.get());
                    whole = row.feed(more.get());
                }
                return DynamicRecord.of(struct(row.fields()));
            } catch (CsvRow.BrokenRowException e) {
                return DynamicRecord.failed(ErrorDetail.ofInput(
                        CallSite.NOT_PROVIDED,
                        e,
                        text.toString(),
                        lines.position(),
                        slice.name(),
                        struct(row.fields())));
            }
        }

        private Struct struct(List<String> fields) {
            int size = columns.isEmpty() ? fields.size() : Math.min(fields.size(), columns.size());
            Struct struct = new Struct(size);
            for (int i = 0; i < size; i++) {
                String text = fields.get(i);
                struct.put(
                        i < names.size() ? names.get(i) : "col" + i,
                        columns.isEmpty() ? text : columns.get(i).reading().apply(text));
            }
            return struct;
        }
    }
}
