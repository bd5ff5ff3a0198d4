package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

    @ParameterizedTest
    @CsvSource({
        // The current releases, where the column Recuperado decides.
        "Fallecido, Fallecido, Fallecido, true, DIED",
        "Casa, Leve, fallecido, true, DIED",
        "Casa, Fallecido, Recuperado, false, DIED",
        "FALLECIDO, N/A, N/A, true, DIED",
        "Casa, Leve, Recuperado, false, RECOVERED",
        "N/A, N/A, Recuperado, true, RECOVERED",
        "N/A, N/A, N/A, true, DIED_OF_OTHER_CAUSE",
        "Casa, Leve, N/A, true, DIED_OF_OTHER_CAUSE",
        "N/A, N/A, N/A, false, UNKNOWN",
        "Casa, Leve, Activo, false, ACTIVE",
        "Hospital UCI, Grave, Activo, true, ACTIVE",
        // The others, where the place of care does.
        "Recuperado, Leve, '', false, RECOVERED",
        "N/A, N/A, '', true, DIED_OF_OTHER_CAUSE",
        "N/A, N/A, '', false, UNKNOWN",
        "N/A, Fallecido, '', true, DIED",
        "casa, LEVE, '', false, ACTIVE",
        "'', '', '', false, ACTIVE"
    })
    void theOutcomeFollowsFromWhatTheReleaseSays(
            String carePlace, String severity, String recovered, boolean deathDate, Outcome outcome) {
        assertThat(Outcome.of(
                        Vocabulary.CARE_PLACE.read(carePlace),
                        Vocabulary.SEVERITY.read(severity),
                        Vocabulary.RECOVERED.read(recovered),
                        deathDate))
                .isEqualTo(outcome);
    }
}
