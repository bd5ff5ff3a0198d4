package io.laguna.apps.covid.cases;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import io.laguna.apps.covid.cases.Ledger.Merged;
import io.laguna.apps.lake.Folders;
import io.laguna.apps.lake.Lake;
import io.laguna.apps.lake.Snapshot;
import io.laguna.apps.lake.Summaries;
import io.laguna.apps.lake.TableDefinition;
import io.laguna.apps.lake.Tables;
import io.laguna.apps.lake.Zone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * The cleaning, which brings trusted.cases up to date with the deliveries in the raw zone. The {@link Ledger} of the
 * current snapshot names the deliveries that have been merged; only the others are read.
 */
public final class Cleaning {

    private static final long BYTES_PER_ROW = 200;
    private static final long BYTES_PER_PARTITION = 32L << 20;
    private static final int FEWEST_PARTITIONS = 2;
    private static final int MOST_PARTITIONS = 200;
    private static final long MANY_ROWS = 1_000_000;
    private static final String COMPRESSED = "spark.sql.inMemoryColumnarStorage.compressed";

    private final SparkSession spark;
    private final String raw;
    private final String trusted;
    private final TableDefinition cases;
    private final TableDefinition rejected;

    /**
     * Creates the cleaning of one lake.
     *
     * @param raw the raw zone, such as {@code s3://raw}
     * @param trusted the trusted zone, such as {@code s3://trusted}
     */
    public Cleaning(SparkSession spark, String raw, String trusted) {
        this.spark = spark;
        this.raw = raw;
        this.trusted = trusted;
        this.cases = Cases.table(trusted);
        this.rejected = Cases.rejected(trusted);
    }

    /**
     * Merges the deliveries that are new. When there is no new one, only the summary is written.
     *
     * @param rebuild whether to make everything anew from raw
     * @throws IllegalStateException when rows do not add up; nothing has been published then
     */
    public CleanSummary run(boolean rebuild) {
        Lake.createDatabase(spark, Zone.RAW, raw);
        Lake.createDatabase(spark, Zone.TRUSTED, trusted);
        List<Manifest> deliveries = Deliveries.list(spark, raw);
        if (deliveries.isEmpty()) {
            throw new IllegalStateException(
                    "No delivery with a manifest under " + Deliveries.folder(raw) + ". Ingest case files first.");
        }
        RawCases.register(spark, raw, deliveries);
        Current current = rebuild ? Current.none() : Current.find(spark, cases, deliveries);
        List<Manifest> arriving = deliveries.stream()
                .filter(manifest -> !current.ledger().deliveries().contains(manifest.delivery()))
                .toList();
        CleanSummary summary;
        if (arriving.isEmpty()) {
            Tables.clearLeftovers(spark, cases);
            summary = CleanSummary.unchanged(current.ledger());
        } else {
            summary = merge(current, arriving);
        }
        Summaries.write(spark, trusted + "/covid/summary/clean.json", summary);
        return summary;
    }

    /** Writes trusted.cases as CSV with a header line, replacing an earlier export. */
    public void exportCsv() {
        spark.table(cases.qualifiedName())
                .write()
                .mode(SaveMode.Overwrite)
                .option("header", true)
                .option("escape", "\"")
                .csv(trusted + "/covid/cases_csv");
    }

    private CleanSummary merge(Current current, List<Manifest> arriving) {
        sizeShuffles(current.ledger().rows(), arriving);
        Sources sources = new Sources(current.ledger().deliveries(), arriving);
        // On disk and not in memory: six million cases are a gigabyte, and parsing them again would cost a minute.
        Dataset<Row> records = CaseFiles.read(spark, raw, arriving, sources).persist(StorageLevel.DISK_ONLY());
        // The rows are read four times at the most: choosing an encoding for each column takes longer than the bytes it
        // saves. Spark looks at the setting when the rows are read for the first time, not when they are marked.
        String compressed = spark.conf().get(COMPRESSED);
        spark.conf().set(COMPRESSED, false);
        try {
            List<Merged> merged = Arrivals.count(records, arriving);
            long in = merged.stream().mapToLong(Merged::rowsIn).sum();
            try (Upsert upsert = new Upsert(candidates(current, sources, records), Upsert.FEW)) {
                Snapshot snapshot =
                        Tables.write(packed(upsert.rows(), current.ledger().rows() + in), cases);
                List<Row> byDepartment = Cases.files(spark, snapshot.location())
                        .groupBy("department_code")
                        .count()
                        .collectAsList();
                Balance balance = new Balance(
                        current.ledger().rows(),
                        in,
                        byDepartment.stream().mapToLong(row -> row.getLong(1)).sum(),
                        merged.stream().mapToLong(Merged::rejected).sum(),
                        upsert.superseded());
                balance.check();
                Ledger ledger = current.ledger().with(balance.out(), byDepartment.size(), merged);
                Summaries.write(spark, snapshot.location() + "/" + Ledger.FILE, ledger);
                publishRejected(records, current, arriving);
                Tables.point(spark, cases, snapshot);
                return CleanSummary.of(ledger, merged, balance);
            }
        } finally {
            records.unpersist();
            spark.conf().set(COMPRESSED, compressed);
        }
    }

    /** Returns the rows that can be read and those of the current snapshot, ranked. */
    private Dataset<Row> candidates(Current current, Sources sources, Dataset<Row> records) {
        Dataset<Row> readable = records.where(col(CaseRows.REASON).isNull()).select(ranked());
        Dataset<Row> ranks = sources.ranks(spark, current.ledger().deliveries());
        return current.rows(spark)
                .map(before -> before.join(broadcast(ranks), CaseRows.DELIVERY)
                        .select(ranked())
                        .union(readable))
                .orElse(readable);
    }

    /**
     * Returns the rows in one file a month when they are few. When they are many, moving them costs more than it saves
     * a reader.
     */
    private static Dataset<Row> packed(Dataset<Row> rows, long number) {
        return number < MANY_ROWS ? rows.repartition(FEWEST_PARTITIONS, col("report_month")) : rows;
    }

    private void publishRejected(Dataset<Row> records, Current current, List<Manifest> arriving) {
        Set<String> replaced = arriving.stream().map(Manifest::delivery).collect(Collectors.toCollection(HashSet::new));
        if (current.location().isEmpty()) {
            Folders.of(spark, trusted).list(rejected.folder(), Deliveries.PREFIX).stream()
                    .map(folder -> folder.getName().substring(Deliveries.PREFIX.length()))
                    .forEach(replaced::add);
        }
        Dataset<Row> rows = records.where(col(CaseRows.REASON).isNotNull())
                .select(CaseRows.FILE, CaseRows.REASON, CaseRows.RAW, CaseRows.DELIVERY);
        Tables.replacePartitions(rows, rejected, replaced);
    }

    private static Column[] ranked() {
        return Stream.concat(Arrays.stream(Cases.SCHEMA.fieldNames()), Stream.of(CaseRows.RANK))
                .map(functions::col)
                .toArray(Column[]::new);
    }

    /**
     * Sets the number of shuffle partitions. Two hundred, Spark's default, cost a small delivery more than the work in
     * them.
     */
    private void sizeShuffles(long rowsBefore, List<Manifest> arriving) {
        long bytes = rowsBefore * BYTES_PER_ROW
                + arriving.stream().mapToLong(Manifest::bytes).sum();
        long partitions = Math.min(MOST_PARTITIONS, Math.max(FEWEST_PARTITIONS, bytes / BYTES_PER_PARTITION));
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
    }
}
