package io.laguna.emulator.crawl.finding;

/**
 * The mean length of a file's first records. AWS does not say how it gets {@code averageRecordSize}; the values that are
 * published are near the mean of the first hundred rows, without line ends and quotes.
 */
public final class Mean {
    private static final int RECORDS = 100;

    private int count;
    private long sum;

    /** Adds a record. */
    public void add(long length) {
        if (count < RECORDS) {
            count++;
            sum += length;
        }
    }

    /**
     * Returns the count of a file with such records.
     *
     * @param size of the file, in bytes
     * @param only whether the file has one record: it is as large as the file
     */
    public Count count(long size, boolean only) {
        return Count.estimate(only || count == 0 ? size : sum / count, size);
    }
}
