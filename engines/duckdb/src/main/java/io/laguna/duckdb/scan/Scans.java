package io.laguna.duckdb.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The queries that have ended since somebody asked last; the oldest are forgotten when nobody asks. */
public final class Scans {
    private static final int MOST = 10_000;

    private final Deque<Scan> scans = new ArrayDeque<>();

    public synchronized void add(Scan scan) {
        if (scans.size() == MOST) {
            scans.removeFirst();
        }
        scans.addLast(scan);
    }

    /** Returns them, and forgets them. */
    public synchronized List<Scan> take() {
        List<Scan> all = new ArrayList<>(scans);
        scans.clear();
        return all;
    }
}
