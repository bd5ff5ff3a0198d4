package io.laguna.emulator.glue.crawler.work;

/** The numbers of tables, or partitions, that have been added, updated and deleted. */
public record Counts(int added, int updated, int deleted) {
    public static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts others) {
        return new Counts(added + others.added, updated + others.updated, deleted + others.deleted);
    }

    static Counts ofAdded(int count) {
        return new Counts(count, 0, 0);
    }

    static Counts ofUpdated(int count) {
        return new Counts(0, count, 0);
    }

    static Counts ofDeleted(int count) {
        return new Counts(0, 0, count);
    }

    boolean isNone() {
        return equals(NONE);
    }
}
