package io.laguna.pipelines.covid.sample;

/** The end of a case so far, in the trusted zone's words. */
public enum Outcome {
    RECOVERED("Recuperado"),
    DIED("Fallecido"),
    DIED_OF_OTHER_CAUSE("Fallecido otra causa"),
    ACTIVE("Activo"),
    UNKNOWN("Sin dato");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Tells whether a release still tells how ill the person is or was, not just that it is over. */
    boolean leavesState() {
        return this == RECOVERED || this == ACTIVE;
    }
}
