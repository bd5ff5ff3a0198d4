package io.laguna.apps.covid.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.apps.covid.recovery.TimeSplit.Outcomes;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    private static final LocalDate FIRST = LocalDate.of(2020, 3, 6);

    @Test
    void theEarliestFourInFiveCasesAreForTraining() {
        TreeMap<LocalDate, Outcomes> days = new TreeMap<>();
        for (int day = 0; day < 10; day++) {
            days.put(FIRST.plusDays(day), new Outcomes(9, 1));
        }

        TimeSplit split = TimeSplit.of(days);

        assertThat(split).isEqualTo(new TimeSplit(FIRST.plusDays(8), new Outcomes(72, 8), new Outcomes(18, 2)));
    }

    @Test
    void aGreatLastDayIsForTheTest() {
        TreeMap<LocalDate, Outcomes> days = new TreeMap<>();
        days.put(FIRST, new Outcomes(5, 5));
        days.put(FIRST.plusDays(1), new Outcomes(50, 40));

        assertThat(TimeSplit.of(days).date()).isEqualTo(FIRST.plusDays(1));
    }

    @Test
    void trainingWithoutADeathIsRefusedWithTheCounts() {
        TreeMap<LocalDate, Outcomes> days = new TreeMap<>();
        days.put(FIRST, new Outcomes(80, 0));
        days.put(FIRST.plusDays(1), new Outcomes(10, 10));

        assertThatThrownBy(() -> TimeSplit.of(days))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("80 cases for training", "2020-03-07", "80 recovered and 0 died");
    }

    @Test
    void aTestWithoutARecoveryIsRefusedWithTheCounts() {
        TreeMap<LocalDate, Outcomes> days = new TreeMap<>();
        days.put(FIRST, new Outcomes(79, 1));
        days.put(FIRST.plusDays(1), new Outcomes(0, 20));

        assertThatThrownBy(() -> TimeSplit.of(days)).hasMessageContainingAll("20 cases for the test", "0 recovered");
    }

    @Test
    void noEndedCaseIsRefused() {
        assertThatThrownBy(() -> TimeSplit.of(new TreeMap<>())).hasMessageContaining("no case that recovered or died");
    }
}
