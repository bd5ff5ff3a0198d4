package io.laguna.pipelines.covid.sample;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The count of what is generated. */
final class Tally {
    private final CaseSample sample;
    private final Places places;
    private final Map<Defect, Long> rejected = new EnumMap<>(Defect.class);
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final long[] byPlace;
    private long cases;
    private long duplicates;
    private long changed;
    private long added;

    Tally(CaseSample sample, Places places) {
        this.sample = sample;
        this.places = places;
        this.byPlace = new long[places.count()];
    }

    void defect(Defect defect) {
        rejected.merge(defect, 1L, Long::sum);
    }

    void duplicate() {
        duplicates++;
    }

    void patient(Patient patient) {
        cases++;
        byPlace[patient.place()]++;
        outcomes.merge(patient.outcomeIn(sample.delivery()), 1L, Long::sum);
        if (patient.row() > sample.totalRows() - sample.added() && sample.delivery() > 1) {
            added++;
        } else if (sample.delivery() > 1 && patient.changedIn(sample.delivery())) {
            changed++;
        }
    }

    SampleFigures figures(long rows, long bytes) {
        Map<String, Long> byDepartment = new TreeMap<>();
        for (int i = 0; i < byPlace.length; i++) {
            if (byPlace[i] > 0) {
                byDepartment.merge(places.get(i).department(), byPlace[i], Long::sum);
            }
        }
        return new SampleFigures(rows, bytes, cases, duplicates, rejected, byDepartment, outcomes, changed, added);
    }
}
