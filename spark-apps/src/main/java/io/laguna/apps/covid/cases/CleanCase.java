package io.laguna.apps.covid.cases;

import java.util.Optional;

/** A case as a release tells it, in the trusted zone's terms. */
record CleanCase(
        long caseId,
        Day report,
        Day notification,
        Day symptomOnset,
        Day diagnosis,
        Day recovery,
        Day death,
        Optional<Place> place,
        Optional<String> municipality,
        Optional<Age> age,
        Optional<String> sex,
        Optional<String> infectionSource,
        Optional<String> carePlace,
        Optional<String> severity,
        Outcome outcome,
        Optional<String> countryCode,
        Optional<String> country,
        Optional<String> recoveryKind,
        Optional<String> ethnicGroup,
        Optional<String> ethnicGroupName) {

    /**
     * Tells whether the release says that the person had no symptoms, as a severity or in place of the first symptoms'
     * date.
     */
    boolean asymptomatic() {
        return symptomOnset instanceof Day.Symptomless
                || severity.filter(Vocabulary.ASYMPTOMATIC::equals).isPresent();
    }
}
