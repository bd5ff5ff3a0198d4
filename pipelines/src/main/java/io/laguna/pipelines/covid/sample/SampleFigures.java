package io.laguna.pipelines.covid.sample;

import java.util.Map;

/**
 * The figures that a pipeline has to find in a generated delivery, whatever its header.
 *
 * @param rows CSV records
 * @param bytes size of the file
 * @param cases distinct IDs of readable rows
 * @param duplicates readable rows whose ID has occurred before in the file, saying the same; rows = cases + duplicates +
 *     all rejected
 * @param rejected rows that cannot be read
 * @param casesByDepartment cases by DIVIPOLA code
 * @param casesByOutcome cases by {@link Outcome}
 * @param changed cases of the delivery before that are told otherwise in this one
 * @param added cases that the delivery before did not have
 */
public record SampleFigures(
        long rows,
        long bytes,
        long cases,
        long duplicates,
        Map<Defect, Long> rejected,
        Map<String, Long> casesByDepartment,
        Map<Outcome, Long> casesByOutcome,
        long changed,
        long added) {

    public SampleFigures {
        rejected = Map.copyOf(rejected);
        casesByDepartment = Map.copyOf(casesByDepartment);
        casesByOutcome = Map.copyOf(casesByOutcome);
    }

    /** Returns the number of unreadable rows of all kinds. */
    public long rejectedRows() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
