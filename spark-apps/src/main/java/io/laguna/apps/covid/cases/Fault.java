package io.laguna.apps.covid.cases;

/** The reason why a row cannot be read. */
enum Fault {
    WRONG_NUMBER_OF_FIELDS("wrong number of fields"),
    MISSING_CASE_ID("missing case id"),
    INVALID_CASE_ID("invalid case id"),
    UNREADABLE_DATE("unreadable date"),
    NO_REPORT_DATE("no usable report date"),
    IMPOSSIBLE_REPORT_DATE("impossible report date"),
    UNKNOWN_DEPARTMENT("unknown department"),
    IMPOSSIBLE_AGE("impossible age"),
    UNKNOWN_STATE("unknown state");

    /** The text between a reason's label and its details. */
    static final String SEPARATOR = ": ";

    private static final int LONGEST_VALUE = 80;

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** Returns the reason without details, by which rejected rows are counted. */
    String label() {
        return label;
    }

    /** Returns the reason with the column, by its name in the release, and the value that was found in it. */
    String in(String column, String value) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return label + SEPARATOR + column.strip() + " '" + shown + "'";
    }
}
