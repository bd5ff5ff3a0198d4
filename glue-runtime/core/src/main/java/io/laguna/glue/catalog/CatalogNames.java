package io.laguna.glue.catalog;

import io.laguna.glue.format.RecordFormat;
import io.laguna.glue.format.Slice;
import io.laguna.glue.record.DynamicRecord;
import io.laguna.glue.record.Struct;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serial;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A format whose records have the names that the catalog's columns have where they differ in case only. The catalog's
 * names are in lower case, because Athena and crawlers make them so, and jobs join, filter and drop fields by those: they
 * take the key {@code serialNumber} of files and {@code serialnumber} of a table over the like of them.
 */
public final class CatalogNames implements RecordFormat {

    @Serial
    private static final long serialVersionUID = 1L;

    private final RecordFormat format;
    private final Map<String, String> columns;

    public CatalogNames(CatalogTable table, RecordFormat format) {
        this.format = format;
        this.columns = table.columns().stream()
                .collect(Collectors.toMap(
                        column -> column.name().toLowerCase(Locale.ROOT),
                        column -> column.name(),
                        (one, other) -> one));
    }

    @Override
    public boolean splittable() {
        return format.splittable();
    }

    @Override
    public Iterator<DynamicRecord> read(Slice slice) throws IOException {
        return new Named(format.read(slice));
    }

    private DynamicRecord named(DynamicRecord record) {
        if (record.isError()
                || record.fields().names().stream()
                        .allMatch(name -> column(record, name).equals(name))) {
            return record;
        }
        Struct fields = new Struct(record.fields().size());
        record.fields().fields().forEach(field -> {
            String column = column(record, field.getKey());
            // Of two fields that differ in case only, the first is the column's.
            fields.put(fields.has(column) ? field.getKey() : column, field.getValue());
        });
        return DynamicRecord.of(fields);
    }

    /** Returns the name of a field; a column that the record has under its own name is not had twice. */
    private String column(DynamicRecord record, String name) {
        String column = columns.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        return record.fields().has(column) ? name : column;
    }

    /** The records as they are read; it is closed as those are. */
    private final class Named implements Iterator<DynamicRecord>, Closeable {
        private final Iterator<DynamicRecord> records;

        private Named(Iterator<DynamicRecord> records) {
            this.records = records;
        }

        @Override
        public boolean hasNext() {
            return records.hasNext();
        }

        @Override
        public DynamicRecord next() {
            return named(records.next());
        }

        @Override
        public void close() throws IOException {
            if (records instanceof Closeable open) {
                open.close();
            }
        }
    }
}
