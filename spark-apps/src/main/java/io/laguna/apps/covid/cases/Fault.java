package io.laguna.apps.covid.cases;

/** Why a row cannot be read. */
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

    /** Parts a reason into its label and what was found. */
    static final String SEPARATOR = ": ";

    private static final int LONGEST_VALUE = 80;

    private final String label;

    Fault(String label) {
        this.label = label;
    }

    /** Returns the reason without details: rejected rows are counted by it. */
    String label() {
        return label;
    }

    /** Returns the reason with the column, by its name in the release, and the value that was found in it. */
    String in(String column, String value) {
        String shown = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        return label + SEPARATOR + column.strip() + " '" + shown + "'";
    }
}
