package io.laguna.apps.covid.cases;

import io.laguna.apps.covid.cases.Vocabulary.Absent;
import io.laguna.apps.covid.cases.Vocabulary.NotApplicable;
import io.laguna.apps.covid.cases.Vocabulary.Word;

/** The end of a case, as far as its release knows. */
enum Outcome {
    DIED("Fallecido"),
    /** The person had the disease and died of something else; the Instituto Nacional de Salud writes N/A for that. */
    DIED_OF_OTHER_CAUSE("Fallecido otra causa"),
    RECOVERED("Recuperado"),
    ACTIVE("Activo"),
    UNKNOWN("Sin dato");

    private final String title;

    Outcome(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * Returns the outcome of a case.
     *
     * @param recovered absent in the releases that have no such column; where it says something it decides
     */
    static Outcome of(Word carePlace, Word severity, Word recovered, boolean hasDeathDate) {
        if (says(carePlace, DIED) || says(severity, DIED) || says(recovered, DIED)) {
            return DIED;
        }
        Word deciding = recovered instanceof Absent ? carePlace : recovered;
        if (deciding instanceof NotApplicable) {
            return hasDeathDate ? DIED_OF_OTHER_CAUSE : UNKNOWN;
        }
        return says(recovered, RECOVERED) || says(carePlace, RECOVERED) ? RECOVERED : ACTIVE;
    }

    private static boolean says(Word word, Outcome outcome) {
        return word.word().filter(outcome.title::equals).isPresent();
    }
}
