package io.laguna.emulator.athena;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.StatementType;

/** What the queries since Laguna's start have read, and what they would have cost on AWS. */
public final class Usage {
    private final LongFunction<BigDecimal> price;
    private long queries;
    private long bytes;
    private BigDecimal dollars = BigDecimal.ZERO;
    private BigDecimal last = BigDecimal.ZERO;

    /** @param price in dollars, of a query that scans so many bytes */
    public Usage(LongFunction<BigDecimal> price) {
        this.price = price;
    }

    /** Of a query that has succeeded: "There are no charges for DDL statements … or failed queries". */
    synchronized void add(QueryExecution query) {
        if (query.statementType() != StatementType.DML) {
            return;
        }
        long scanned = query.statistics().dataScannedInBytes();
        queries++;
        bytes += scanned;
        last = price.apply(scanned);
        dollars = dollars.add(last);
    }

    /** For people. */
    public synchronized Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("queries", Long.toString(queries));
        figures.put("scannedBytes", Long.toString(bytes));
        figures.put("lastQueryOnAws", "$" + last.toPlainString());
        figures.put("allQueriesOnAws", "$" + dollars.toPlainString());
        return figures;
    }
}
