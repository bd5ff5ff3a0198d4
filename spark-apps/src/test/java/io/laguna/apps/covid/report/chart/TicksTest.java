package io.laguna.apps.covid.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicksTest {

    @Test
    void axisStepsAreOneTwoOrFive() {
        assertThat(Ticks.covering(6_803, 5).values()).containsExactly(0.0, 2_000.0, 4_000.0, 6_000.0, 8_000.0);
        assertThat(Ticks.covering(154_277, 3).values()).containsExactly(0.0, 100_000.0, 200_000.0);
        assertThat(Ticks.covering(0.036, 4).top()).isEqualTo(0.04);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 1, 7, 9.99, 10, 99, 1e5, 6_387_811})
    void axisCoversItsDataWithinTheRoomGiven(double largest) {
        for (int atMost = 1; atMost < 10; atMost++) {
            Ticks ticks = Ticks.covering(largest, atMost);

            assertThat(ticks.top()).isGreaterThanOrEqualTo(largest);
            assertThat(ticks.count()).isBetween(1, atMost);
        }
    }

    @Test
    void countedThingsHaveNoHalves() {
        assertThat(Ticks.counting(2, 5).values()).containsExactly(0.0, 1.0, 2.0);
        assertThat(Ticks.counting(0, 5).values()).containsExactly(0.0, 1.0);
    }

    @Test
    void monthsOfAYearAreTickedWithTheYearAtTheFirst() {
        assertThat(labels(LocalDate.of(2020, 3, 6), LocalDate.of(2020, 7, 13), 900))
                .containsExactly("Apr 2020", "May", "Jun", "Jul");
    }

    @Test
    void everyJanuaryOfALongAxisHasItsTickAndItsYear() {
        assertThat(labels(LocalDate.of(2020, 3, 6), LocalDate.of(2023, 6, 30), 900))
                .contains("Jan 2021", "Jan 2022", "Jan 2023")
                .hasSizeLessThanOrEqualTo(15);
        assertThat(labels(LocalDate.of(2020, 3, 6), LocalDate.of(2023, 6, 30), 254))
                .containsExactly("2021", "2022", "2023");
    }

    @Test
    void fewDaysAreTickedByDate() {
        assertThat(labels(LocalDate.of(2020, 3, 6), LocalDate.of(2020, 3, 10), 900))
                .containsExactly("6 Mar 2020", "7 Mar", "8 Mar", "9 Mar", "10 Mar");
        assertThat(labels(LocalDate.of(2020, 3, 6), LocalDate.of(2020, 3, 6), 900))
                .containsExactly("6 Mar 2020");
    }

    private static List<String> labels(LocalDate first, LocalDate last, double pixels) {
        return DateTick.between(first, last, pixels).stream()
                .map(DateTick::label)
                .toList();
    }
}
