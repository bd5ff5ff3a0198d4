package io.laguna.redshift.load;

import io.laguna.redshift.load.plan.FileRefused;
import io.laguna.redshift.load.plan.Order;
import io.laguna.redshift.load.plan.Rows;
import io.laguna.redshift.load.record.Formats;
import io.laguna.redshift.load.record.Records;
import io.laguna.redshift.load.source.Contents;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.source.Store;
import io.laguna.redshift.load.value.Converter;
import io.laguna.redshift.load.value.Converters;
import io.laguna.redshift.load.value.ErrorCode;
import io.laguna.redshift.load.value.Field;
import io.laguna.redshift.load.value.FieldError;
import io.laguna.redshift.load.value.Row;
import io.laguna.redshift.load.value.Target;
import io.laguna.redshift.sql.statement.DataFormat;
import io.laguna.redshift.sql.statement.LoadOption;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a file of records, each converted field by field. */
final class RecordRows implements Rows {
    /** The replacements in one load that are written down. */
    private static final int MOST_REPLACEMENTS = 100;

    private final Order order;
    private final Source source;
    private final Journal journal;
    private final Records records;
    private final Converter[] converters;
    private final Field field = new Field();
    private final boolean fills;
    private final boolean fillsWithNull;
    private final boolean trailing;
    private int column;
    private String replacedIn = "";
    private int replacements;

    RecordRows(Order order, Source source, Store store, Journal journal) throws IOException, FieldError {
        this.order = order;
        this.source = source;
        this.journal = journal;
        this.fills = order.options().has(LoadOption.FILLRECORD);
        this.fillsWithNull = order.options().has(LoadOption.EMPTYASNULL);
        this.trailing = order.format() instanceof DataFormat.Delimited;
        this.converters = new Converter[order.columns().size()];
        for (int i = 0; i < converters.length; i++) {
            converters[i] = Converters.of(
                    order.columns().get(i).type(),
                    order.rules(),
                    before -> replacedIn = order.columns().get(column).name());
        }
        this.records = Formats.open(
                order.format(),
                order.options(),
                Contents.of(store.open(source), order.options()),
                order.columns(),
                order.assignment());
    }

    @Override
    public Outcome next(Row row) throws IOException {
        column = -1;
        row.begin(converters.length);
        try {
            if (!records.next()) {
                row.undo();
                return Outcome.END;
            }
            write(row);
        } catch (FieldError error) {
            row.undo();
            column = column < 0 && error.code() != ErrorCode.EXTRA_COLUMNS ? records.count() : column;
            reject(error);
            return Outcome.REJECTED;
        } catch (CharacterCodingException e) {
            throw new FileRefused("Encoding of the file is not the same as that specified in the COPY command");
        }
        if (!replacedIn.isEmpty()) {
            if (replacements < MOST_REPLACEMENTS) {
                journal.replaced(source, records.line(), replacedIn, records.raw());
            }
            replacements++;
            replacedIn = "";
        }
        return Outcome.ROW;
    }

    private void write(Row row) throws FieldError {
        int count = records.count();
        int present = count == Records.UNNUMBERED ? converters.length : Math.min(count, converters.length);
        boolean lacks = present < converters.length && !fills;
        for (column = 0; column < present; column++) {
            if (lacks && column == present - 1) {
                throw lacking();
            }
            int before = row.size();
            if (records.field(column, field)) {
                converters[column].write(field, row);
            } else {
                row.nothing();
            }
            if (!order.columns().get(column).nullable() && row.endsWithNothing(before)) {
                throw new FieldError(ErrorCode.NOT_NULL, "Missing data for not-null field");
            }
        }
        if (count > converters.length && !(trailing && isTrailing(count))) {
            column = -1;
            throw new FieldError(ErrorCode.EXTRA_COLUMNS, "Extra column(s) found");
        }
        for (; column < converters.length; column++) {
            fill(order.columns().get(column), row);
        }
    }

    private boolean isTrailing(int count) throws FieldError {
        return count == converters.length + 1 && records.field(count - 1, field) && field.length() == 0;
    }

    private FieldError lacking() {
        return order.format() instanceof DataFormat.FixedWidth
                ? new FieldError(ErrorCode.FEWER_COLUMNS, "Input data had fewer columns than were defined in the DDL")
                : new FieldError(ErrorCode.DELIMITER, "Delimiter not found");
    }

    private void fill(Target target, Row row) throws FieldError {
        if (target.type().kind().isText() && !fillsWithNull) {
            field.set(new byte[0], 0, 0);
            converters[column].write(field, row);
        } else if (target.nullable()) {
            row.nothing();
        } else {
            throw new FieldError(ErrorCode.NOT_NULL, "Missing data for not-null field");
        }
    }

    private void reject(FieldError error) throws IOException {
        boolean known = column >= 0 && column < converters.length;
        List<String> values = new ArrayList<>();
        String raw = "";
        int count = records.count();
        for (int i = 0; known && i <= column; i++) {
            raw = i < count || count == Records.UNNUMBERED ? text(i) : "";
            values.add(raw);
        }
        journal.rejected(new Rejection(
                source,
                records.line(),
                known ? Optional.of(order.columns().get(column)) : Optional.empty(),
                error.position(),
                records.raw(),
                raw,
                error.code(),
                error.getMessage(),
                values));
    }

    private String text(int at) {
        try {
            return records.field(at, field) ? field.toString() : "";
        } catch (FieldError e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
