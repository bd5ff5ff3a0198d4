package io.laguna.pipelines.covid.ingest;

import java.util.List;

/**
 * The changes of the raw zone by an ingest.
 *
 * @param outcomes one for every delivery, in order of file names
 * @param replaced the generated samples that were there before and are gone now
 */
public record CaseArrival(List<IngestOutcome> outcomes, List<Manifest> replaced) {
    public CaseArrival {
        outcomes = List.copyOf(outcomes);
        replaced = List.copyOf(replaced);
    }

    /** Returns the number of rows in all deliveries that arrived. */
    public long rows() {
        return outcomes.stream().mapToLong(outcome -> outcome.manifest().rows()).sum();
    }
}
