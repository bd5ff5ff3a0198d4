package io.laguna.emulator.prices;

import java.math.BigDecimal;

/**
 * The price that Athena bills for a query, by the bytes that the query scans. Statements that scan nothing by their
 * nature, such as DDL, and queries that fail are free; the caller has to know that.
 *
 * @param scannedTb dollars for 10^12 bytes
 * @param minimumBytes billed for a query that scans fewer
 * @param roundedToBytes bytes are rounded up to a multiple of these
 * @see <a href="https://aws.amazon.com/athena/pricing/">Amazon Athena pricing</a>
 */
public record QueryPrice(BigDecimal scannedTb, long minimumBytes, long roundedToBytes) {
    private static final int TB = 12;

    /** Returns the price of queries by a table. */
    public static QueryPrice of(PriceTable prices) {
        PriceTable.Athena athena = prices.athena();
        return new QueryPrice(athena.scannedTb(), athena.minimumBytes(), athena.roundedToBytes());
    }

    /** Returns the exact price in dollars of a query that scans so many bytes. */
    public BigDecimal of(long scannedBytes) {
        long units = -Math.floorDiv(-scannedBytes, roundedToBytes);
        long billed = Math.max(minimumBytes, Math.multiplyExact(units, roundedToBytes));
        return scannedTb.multiply(BigDecimal.valueOf(billed)).movePointLeft(TB).stripTrailingZeros();
    }
}
