package io.laguna.glue.format;

import java.util.ArrayList;
import java.util.List;

/** A row of a CSV file while its lines are read. */
final class CsvRow {
    /** A line that is no row. */
    static final class BrokenRowException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenRowException(String message) {
            super(message);
        }
    }

    private final CsvDialect dialect;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;
    private boolean wasQuoted;

    CsvRow(CsvDialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the fields of a row that is one line. */
    static List<String> of(String line, CsvDialect dialect) throws BrokenRowException {
        CsvRow row = new CsvRow(dialect);
        if (!row.feed(line)) {
            throw new BrokenRowException("Missing closing quote of field " + (row.fields.size() + 1));
        }
        return row.fields;
    }

    List<String> fields() {
        return fields;
    }

    /** Reads a line more. Returns false while a quoted field is still open. */
    boolean feed(String line) throws BrokenRowException {
        if (quoted) {
            field.append('\n');
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == dialect.escaper() && i + 1 < line.length() && c != dialect.quote()) {
                field.append(escaped(line.charAt(++i)));
            } else if (quoted) {
                if (c != dialect.quote()) {
                    field.append(c);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == dialect.quote()) {
                    field.append(c);
                    i++;
                } else {
                    quoted = false;
                    wasQuoted = true;
                }
            } else if (c == dialect.separator()) {
                endField();
            } else if (wasQuoted) {
                if (c != ' ') {
                    throw new BrokenRowException("Expected a separator or the end of the line after the quoted field "
                            + (fields.size() + 1) + ", found '" + c + "' at " + i);
                }
            } else if (c == dialect.quote() && field.isEmpty()) {
                quoted = true;
            } else {
                field.append(c);
            }
        }
        if (!quoted) {
            endField();
        }
        return !quoted;
    }

    private void endField() {
        fields.add(field.toString());
        field.setLength(0);
        wasQuoted = false;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '0' -> '\0';
            default -> c;
        };
    }
}
