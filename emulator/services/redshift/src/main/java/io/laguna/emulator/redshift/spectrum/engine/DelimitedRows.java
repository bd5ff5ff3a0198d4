package io.laguna.emulator.redshift.spectrum.engine;

import io.laguna.emulator.redshift.spectrum.table.ExternalColumn;
import io.laguna.emulator.redshift.spectrum.table.FileFormat;
import io.laguna.emulator.redshift.spectrum.type.Types;
import java.util.List;

/** Lines that are cut at each delimiter, whatever is between. Fields that a line lacks are NULL, further ones are left out. */
record DelimitedRows(FileFormat.Delimited format) implements Rows {
    /** A delimiter that no text has: a line is read as one field. */
    private static final String NONE = "\u001a\u001c\u001d\u001e";
    /** Stand for an escaped delimiter and an escaped escape while a line is cut. */
    private static final String DELIMITER = "\u001c";

    private static final String ESCAPE = "\u001d";

    @Override
    public String source(List<LocalFile> files) {
        String line = "line";
        if (format.escape().isPresent()) {
            String escape = format.escape().get();
            line = replaced(replaced(line, escape + escape, ESCAPE), escape + format.field(), DELIMITER);
        }
        return "(SELECT string_split(" + line + ", " + Types.literal(format.field()) + ") AS fields, filename FROM "
                + lines(files, format.headerLines()) + ")";
    }

    /** Returns the relation of the lines of some files. */
    private static String lines(List<LocalFile> files, int header) {
        return "read_csv(" + Rows.list(files) + ", columns = {'line': 'VARCHAR'}, delim = " + Types.literal(NONE)
                + ", quote = '', escape = '', header = false, skip = " + header
                + ", auto_detect = false, null_padding = false, filename = true)";
    }

    @Override
    public String value(ExternalColumn column, int index) {
        String field = "f.fields[" + (index + 1) + "]";
        String text = "nullif(" + field + ", " + Types.literal(format.nullText()) + ")";
        if (format.escape().isPresent()) {
            text = replaced(
                    replaced(text, DELIMITER, format.field()),
                    ESCAPE,
                    format.escape().get());
        }
        return Rows.cast(text, column);
    }

    private static String replaced(String text, String from, String to) {
        return "replace(" + text + ", " + Types.literal(from) + ", " + Types.literal(to) + ")";
    }
}
