package io.laguna.apps.covid.recovery;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Bounds the time which millions of cases would take. A case is in the sample or not by its id alone, so that the same
 * cases give the same sample however their files are cut.
 */
final class Sample {

    /** Cases to train with, at most, give or take chance. */
    static final long TRAINING_ROWS = 300_000;

    /** Cases to test with, at most, give or take chance. */
    static final long TEST_ROWS = 300_000;

    private static final long SEED = 20200306;
    private static final long SLOTS = 1_000_000;

    private Sample() {}

    /**
     * Some {@code wanted} of the cases, or all when there are fewer.
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
