package io.laguna.apps.covid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6/3/2020 0:00:00",
                "06/03/2020",
                "2020-03-06T00:00:00.000",
                "2020-03-06 00:00:00",
                "2020/03/06 00:00:00",
                "2020-03-06"
            })
    void everyPublishedFormIsTheSameDay(String text) {
        assertThat(Day.read(text))
                .isEqualTo(new Day.Known((int) LocalDate.of(2020, 3, 6).toEpochDay(), "2020-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-   -", "-", "N/A"})
    void noDateIsNoFault(String text) {
        assertThat(Day.read(text)).isEqualTo(new Day.None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"31/2/2020", "13/13/2020", "2020-02-30", "3/25/2020", "ayer", "43896", "6/3/20", "Asintomático"})
    void whatIsNoDateIsUnreadable(String text) {
        assertThat(Day.read(text)).isEqualTo(new Day.Unreadable());
    }

    @Test
    void theDayOfTheFirstSymptomsMayBeAWord() {
        assertThat(Day.readOnset("Asintomático")).isEqualTo(new Day.Symptomless());
        assertThat(Day.readOnset("ASINTOMATICO")).isEqualTo(new Day.Symptomless());
        assertThat(Day.readOnset("6/3/2020")).isInstanceOf(Day.Known.class);
    }
}
