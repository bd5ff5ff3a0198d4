package io.laguna.emulator.crawl.finding;

/**
 * The number of records of a file.
 *
 * @param exact their number, or -1 when only their size is known
 * @param average bytes of a record
 */
public record Count(long exact, long average) {
    /** Returns the count of a file whose footer tells it. */
    public static Count exact(long records, long size) {
        return new Count(records, records == 0 ? 0 : Math.max(1, size / records));
    }

    /**
     * Returns the estimate of a file whose first records have been read.
     *
     * @param size of the file as it is stored, which no record is larger than: so a file of one record is taken for that
     */
    public static Count estimate(long average, long size) {
        return new Count(-1, Math.max(1, Math.min(average, size)));
    }

    /** Tells whether the number is known. */
    public boolean isExact() {
        return exact >= 0;
    }
}
