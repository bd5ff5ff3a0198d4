package io.laguna.apps.covid.cases;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The choice of one row per case id: the row with the greatest rank.
 *
 * <p>The ids that occur more than once are found among ids and ranks alone, and only those rows are compared. Most
 * deliveries bring few such ids or none, and then no case is shuffled at all.
 */
final class Upsert implements AutoCloseable {

    private static final String ID = "case_id";
    private static final String WINNER = "_winner";
    private static final String ROWS = "_rows";

    /**
     * The number of repeated ids that fit into memory several times over, as a table for a join: half a million take
     * about 30 MB.
     */
    static final long FEW = 500_000;

    private final Dataset<Row> candidates;
    private final long few;
    private final Dataset<Row> repeated;
    private final long repeatedIds;
    private final long superseded;

    /**
     * Finds the rows that are left out.
     *
     * @param candidates the columns of trusted.cases and {@link CaseRows#RANK}; read twice
     * @param few up to how many repeated ids are looked up in memory; more are joined by a shuffle
     */
    Upsert(Dataset<Row> candidates, long few) {
        this.candidates = candidates;
        this.few = few;
        this.repeated = candidates
                .select(ID, CaseRows.RANK)
                .groupBy(ID)
                .agg(max(CaseRows.RANK).as(WINNER), count(lit(1)).as(ROWS))
                .where(col(ROWS).gt(1))
                .persist(StorageLevel.MEMORY_AND_DISK());
        Row totals = repeated.agg(count(lit(1)), coalesce(sum(col(ROWS).minus(1)), lit(0L)))
                .head();
        this.repeatedIds = totals.getLong(0);
        this.superseded = totals.getLong(1);
    }

    /** Returns how many rows are left out because another one of the same case is later. */
    long superseded() {
        return superseded;
    }

    /** Returns the columns of trusted.cases, one row per case id. */
    Dataset<Row> rows() {
        Column[] columns = Arrays.stream(Cases.SCHEMA.fieldNames())
                .map(name -> candidates.col(name))
                .toArray(Column[]::new);
        if (repeatedIds == 0) {
            return candidates.select(columns);
        }
        Dataset<Row> winners = repeated.select(col(ID).as("_id"), col(WINNER));
        return candidates
                .join(
                        repeatedIds <= few ? broadcast(winners) : winners.hint("shuffle_hash"),
                        candidates.col(ID).equalTo(winners.col("_id")),
                        "left")
                .where(col(WINNER).isNull().or(col(WINNER).equalTo(candidates.col(CaseRows.RANK))))
                .select(columns);
    }

    @Override
    public void close() {
        repeated.unpersist();
    }
}
