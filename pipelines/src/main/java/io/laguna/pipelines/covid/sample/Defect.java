package io.laguna.pipelines.covid.sample;

import java.util.Optional;

/** Why a generated row cannot be read. One row in 2,000 is like that, each kind in turn, from the 500th on. */
public enum Defect {
    /** The date of report, or of diagnosis where there is none, is the 31st of February. */
    UNREADABLE_DATE("unreadable date"),
    /** The case's ID is empty. */
    MISSING_CASE_ID("missing case id"),
    /** Neither the codes nor the name are those of a department. */
    UNKNOWN_DEPARTMENT("unknown department");

    private static final long EVERY = 2_000;
    private static final long FIRST = 500;
    private static final Defect[] KINDS = values();

    private final String label;

    Defect(String label) {
        this.label = label;
    }

    /** Returns the reason as the cleaning gives it. */
    public String label() {
        return label;
    }

    static Optional<Defect> of(long row) {
        return row % EVERY == FIRST ? Optional.of(KINDS[(int) (row / EVERY % KINDS.length)]) : Optional.empty();
    }
}
