package io.laguna.emulator.prices;

import java.math.BigDecimal;

/**
 * What Athena bills for a query, by the bytes that it scans. Statements that scan nothing by their nature, such as DDL,
 * and queries that fail are free; that is for whoever asks to know.
 *
 * @param scannedTb dollars for 10^12 bytes
 * @param minimumBytes billed for a query that scans fewer
 * @param roundedToBytes bytes are rounded up to a multiple of these
 * @see <a href="https://aws.amazon.com/athena/pricing/">Amazon Athena pricing</a>
 */
public record QueryPrice(BigDecimal scannedTb, long minimumBytes, long roundedToBytes) {
    private static final int TB = 12;

    /** By the prices of a table. */
    public static QueryPrice of(PriceTable prices) {
        PriceTable.Athena athena = prices.athena();
        return new QueryPrice(athena.scannedTb(), athena.minimumBytes(), athena.roundedToBytes());
    }

    /** Dollars for a query that scans so many bytes, exactly. */
    public BigDecimal of(long scannedBytes) {
        long units = -Math.floorDiv(-scannedBytes, roundedToBytes);
        long billed = Math.max(minimumBytes, Math.multiplyExact(units, roundedToBytes));
        return scannedTb.multiply(BigDecimal.valueOf(billed)).movePointLeft(TB).stripTrailingZeros();
    }
}
