package io.laguna.apps.covid.cases;

/**
 * The numbers of rows before and after a run, and of those that it left out. Each figure is counted by itself: before
 * and out in the files of the two snapshots, in and rejected among the records read, superseded among the case ids that
 * occur more than once.
 */
record Balance(long before, long in, long out, long rejected, long superseded) {

    /** Fails when a row has been lost or invented. */
    void check() {
        if (before + in != out + rejected + superseded) {
            throw new IllegalStateException(
                    ("Rows do not add up: %d before + %d in = %d, but %d out + %d rejected + %d superseded = %d."
                                    + " Nothing was published.")
                            .formatted(
                                    before, in, before + in, out, rejected, superseded, out + rejected + superseded));
        }
    }
}
