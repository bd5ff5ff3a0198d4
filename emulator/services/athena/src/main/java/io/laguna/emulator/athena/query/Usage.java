package io.laguna.emulator.athena.query;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.StatementType;

/**
 * The sums of what the queries since Laguna's start have read, and of what they would have cost on AWS.
 *
 * @see <a href="https://aws.amazon.com/athena/pricing/">Amazon Athena pricing</a>
 */
public final class Usage {
    private final LongFunction<BigDecimal> price;
    private long queries;
    private long bytes;
    private BigDecimal dollars = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;

    /**
     * Creates an account of usage.
     *
     * @param price in dollars, of a query that scans so many bytes
     */
    public Usage(LongFunction<BigDecimal> price) {
        this.price = price;
    }

    /**
     * Tells whether a query costs anything on AWS: "There are no charges for Data Definition Language (DDL)
     * statements", but there are for the query of a CREATE TABLE AS.
     */
    public static boolean isCharged(QueryExecution query) {
        return query.statementType() == StatementType.DML
                || Optional.ofNullable(query.substatementType())
                        .filter("CREATE_TABLE_AS_SELECT"::equals)
                        .isPresent();
    }

    /** Adds a query that has succeeded. */
    synchronized void add(QueryExecution query) {
        if (!isCharged(query)) {
            return;
        }
        long scanned = query.statistics().dataScannedInBytes();
        queries++;
        bytes += scanned;
        last = price.apply(scanned);
        dollars = dollars.add(last);
    }

    /** Returns the sums by their names: counts are numbers, dollars are texts. */
    public synchronized Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("queries", queries);
        figures.put("scannedBytes", bytes);
        figures.put("lastQueryOnAws", "$" + last.toPlainString());
        figures.put("allQueriesOnAws", "$" + dollars.toPlainString());
        return figures;
    }
}
