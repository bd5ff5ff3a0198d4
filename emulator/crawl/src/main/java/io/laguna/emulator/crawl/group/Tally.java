package io.laguna.emulator.crawl.group;

import io.laguna.emulator.crawl.finding.Count;

/** Files, bytes and records of a folder, summed up. */
public final class Tally {
    private long objects;
    private long size;
    private long read;
    private long averages;
    private long exact;
    private long exactSize;

    void add(SeenFile file) {
        objects++;
        size += file.object().size();
        file.finding().ifPresent(finding -> add(finding.count(), file.object().size()));
    }

    private void add(Count count, long fileSize) {
        read++;
        averages += count.average();
        if (count.isExact()) {
            exact += count.exact();
            exactSize += fileSize;
        }
    }

    /** Returns how many files there are. */
    public long objects() {
        return objects;
    }

    /** Returns the size of all files, in bytes. */
    public long size() {
        return size;
    }

    /** Returns the mean size of a record, in bytes. */
    public long average() {
        return read == 0 ? 0 : averages / read;
    }

    /** Returns the number of records as footers tell it, and for all other files an estimate by their size. */
    public long records() {
        return exact + (average() == 0 ? 0 : (size - exactSize) / average());
    }
}
