package io.laguna.pipelines.covid.ingest;

import java.util.ArrayList;
import java.util.List;

/** The failure to land a CSV file whose header is none of {@link CaseHeader}. */
public final class UnknownHeaderException extends IngestException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_LIST = 30;

    private final CaseHeader nearest;
    private final ArrayList<String> missing;

    UnknownHeaderException(String source, List<String> columns) {
        this(source, columns, CaseHeader.nearest(columns));
    }

    private UnknownHeaderException(String source, List<String> columns, CaseHeader nearest) {
        super(message(source, columns, nearest));
        this.nearest = nearest;
        this.missing = new ArrayList<>(nearest.absentFrom(columns));
    }

    /** Returns the known header that is most like the file's. */
    public CaseHeader nearest() {
        return nearest;
    }

    /**
     * Returns the columns of {@link #nearest()} that the file lacks; empty when the file has additional columns only.
     */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    private static String message(String source, List<String> columns, CaseHeader nearest) {
        StringBuilder message = new StringBuilder(source)
                .append(": this header is not one under which the cases were published. Nearest: ")
                .append(nearest)
                .append(" (")
                .append(nearest.columns().size())
                .append(" columns)");
        append(message, "missing columns", nearest.absentFrom(columns));
        append(message, "columns it does not have", nearest.strangersIn(columns));
        if (columns.size() == 1 && columns.get(0).contains(";")) {
            message.append(". The file seems to be separated by ';': it has to be ','");
        } else if (columns.size() > nearest.columns().size()
                && nearest.strangersIn(columns).isEmpty()) {
            message.append(". A column is there more than once");
        }
        return message.append(". Nothing was landed.").toString();
    }

    private static void append(StringBuilder message, String what, List<String> columns) {
        if (columns.isEmpty()) {
            return;
        }
        message.append("; ").append(what).append(": ");
        columns.stream()
                .limit(LONGEST_LIST)
                .forEach(column -> message.append('\'').append(column).append("', "));
        message.setLength(message.length() - 2);
        if (columns.size() > LONGEST_LIST) {
            message.append(" and ").append(columns.size() - LONGEST_LIST).append(" more");
        }
    }
}
