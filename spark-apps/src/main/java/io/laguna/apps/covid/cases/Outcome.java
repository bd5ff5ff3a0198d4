package io.laguna.apps.covid.cases;

import io.laguna.apps.covid.cases.Vocabulary.Absent;
import io.laguna.apps.covid.cases.Vocabulary.NotApplicable;
import io.laguna.apps.covid.cases.Vocabulary.Word;

/** How a case ended, as far as its release knows. */
enum Outcome {
    DIED("Fallecido"),
    /** The Instituto Nacional de Salud writes N/A for people with the disease who died of something else. */
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

    /** @param recovered absent in the releases that have no such column; where it says something it decides */
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
