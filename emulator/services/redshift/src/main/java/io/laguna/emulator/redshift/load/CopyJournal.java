package io.laguna.emulator.redshift.load;

import io.laguna.redshift.load.Journal;
import io.laguna.redshift.load.Rejection;
import io.laguna.redshift.load.source.Source;
import io.laguna.redshift.load.value.Target;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows that a COPY writes into {@code stl_load_errors} and the tables beside it. */
final class CopyJournal implements Journal {
    /** The errors of a load whose values are written down one by one. */
    private static final int MOST_DETAILS = 20;

    private static final int LONGEST_TEXT = 1024;
    private static final int LONGEST_REASON = 100;

    private final LoadHistory history;
    private final LoadTable table;
    private final String format;
    private int errors;
    private int errorsOfFile;
    private int replacements;

    CopyJournal(LoadHistory history, LoadTable table, String format) {
        this.history = history;
        this.table = table;
        this.format = format;
    }

    @Override
    public void rejected(Rejection rejection) throws IOException {
        errors++;
        errorsOfFile++;
        Optional<Target> column = rejection.column();
        history.note(
                "load_error(tbl, starttime, database, filename, line_number, colname, type, col_length, position,"
                        + " raw_line, raw_field_value, err_code, err_reason)",
                table.oid(),
                history.start(),
                history.database(),
                rejection.source().location().toString(),
                rejection.line(),
                column.map(Target::name).orElse(""),
                column.map(each -> each.type().kind().systemName()).orElse(""),
                column.map(each -> each.type().systemLength()).orElse(""),
                rejection.position(),
                shown(rejection.rawLine()),
                shown(rejection.rawField()),
                rejection.code().number(),
                cut(rejection.reason(), LONGEST_REASON));
        if (errors <= MOST_DETAILS) {
            details(rejection);
        }
    }

    private void details(Rejection rejection) throws IOException {
        List<String> values = rejection.values();
        for (int i = 0; i < values.size(); i++) {
            Target column = table.columns().get(i);
            history.note(
                    "load_error_detail(filename, line_number, field, colname, value, type, col_length)",
                    rejection.source().location().toString(),
                    rejection.line(),
                    i,
                    column.name(),
                    shown(values.get(i)),
                    column.type().kind().systemName(),
                    column.type().systemLength());
        }
    }

    @Override
    public void replaced(Source source, long line, String column, String rawLine) throws IOException {
        replacements++;
        history.note(
                "load_replacement(tbl, starttime, filename, line_number, colname, raw_line)",
                table.oid(),
                history.start(),
                source.location().toString(),
                line,
                column,
                shown(rawLine));
    }

    @Override
    public void loaded(Source source, long rows) throws IOException {
        history.note(
                "load_file(filename, file_format, bytes, lines_scanned, errors, curtime)",
                source.location().toString(),
                format.toUpperCase(Locale.ROOT),
                source.size(),
                rows + errorsOfFile,
                errorsOfFile,
                LoadHistory.now());
        errorsOfFile = 0;
    }

    int errors() {
        return errors;
    }

    int replacements() {
        return replacements;
    }

    String format() {
        return format;
    }

    /** Returns a text as the system tables show it: characters of several bytes are points. */
    private static String shown(String text) {
        return cut(text.replaceAll("[^\\x01-\\x7f]", "."), LONGEST_TEXT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
