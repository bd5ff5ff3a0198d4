package io.laguna.pipelines.covid.sample;

import io.laguna.pipelines.covid.ingest.CaseHeader;

/**
 * The description of a generated sample. The people and the course of their illness depend on seed and rows only: under
 * another header the same cases have other columns.
 *
 * @param rows CSV records of the first delivery
 * @param delivery 1 for the first release, told as of 30 June 2022; each further one is told 30 days later, has all rows
 *     of the one before, some of them changed, and new ones
 * @param added new rows of each delivery after the first
 */
public record CaseSample(long rows, long seed, CaseHeader header, int delivery, long added) {

    public CaseSample {
        if (rows < 1 || delivery < 1 || added < 0) {
            throw new IllegalArgumentException(
                    "A sample has at least one row, is the first or a later delivery, and adds no less than nothing.");
        }
    }

    /** Returns a first delivery under the current header. */
    public static CaseSample of(long rows, long seed) {
        return new CaseSample(rows, seed, CaseHeader.CURRENT, 1, 0);
    }

    /** Returns this sample under another header. */
    public CaseSample under(CaseHeader other) {
        return new CaseSample(rows, seed, other, delivery, added);
    }

    /** Returns the release that comes after this one, with so many new rows in each. */
    public CaseSample next(long newRows) {
        if (delivery > 1 && newRows != added) {
            throw new IllegalArgumentException("All later deliveries of a sample add the same number of rows.");
        }
        return new CaseSample(rows, seed, header, delivery + 1, newRows);
    }

    /** Returns the number of CSV records of this delivery. */
    public long totalRows() {
        return rows + (delivery - 1) * added;
    }

    /** Returns the text for a manifest: everything that is needed to make the same bytes again. */
    public String description() {
        return "generated: rows " + rows + ", seed " + seed + ", header " + header + ", delivery " + delivery
                + ", added " + added;
    }
}
