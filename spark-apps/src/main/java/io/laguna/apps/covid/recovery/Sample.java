package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A sample of the cases, which bounds the time that millions of cases would take. A case is in the sample or not by its
 * id alone, so that the same cases give the same sample however their files are cut.
 */
final class Sample {

    /** The most cases to train with, give or take chance. */
    static final long TRAINING_ROWS = 300_000;

    /** The most cases to test with, give or take chance. */
    static final long TEST_ROWS = 300_000;

    private static final long SEED = 20200306;
    private static final long SLOTS = 1_000_000;

    private Sample() {}

    /**
     * Returns about {@code wanted} of the cases, or all when there are fewer.
     *
     * @param available how many there are
     */
    static Dataset<Row> of(Dataset<Row> cases, long available, long wanted) {
        if (available <= wanted) {
            return cases;
        }
        Column slot = pmod(xxhash64(col("case_id"), lit(SEED)), lit(SLOTS));
        return cases.where(slot.lt(SLOTS * wanted / available));
    }
}
