package io.laguna.pipelines.covid.sample;

import java.util.Optional;

/**
 * The reason why a generated row cannot be read. From the 500th row on, one row in 2,000 has a defect, each kind in
 * turn.
 */
public enum Defect {
    /** The date of report, or of diagnosis where there is none, is the 31st of February. */
    UNREADABLE_DATE("unreadable date"),
    /** The case's ID is empty. */
    MISSING_CASE_ID("missing case id"),
    /** Neither the codes nor the name belong to a department. */
    UNKNOWN_DEPARTMENT("unknown department");

    private static final long EVERY = 2_000;
    private static final long FIRST = 500;
    private static final Defect[] KINDS = values();

    private final String label;

    Defect(String label) {
        this.label = label;
    }

    /** Returns the reason in the words of the cleaning. */
    public String label() {
        return label;
    }

    static Optional<Defect> of(long row) {
        return row % EVERY == FIRST ? Optional.of(KINDS[(int) (row / EVERY % KINDS.length)]) : Optional.empty();
    }
}
