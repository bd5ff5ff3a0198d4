package io.laguna.apps.covid.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void thousandsAreSetApartByANarrowSpaceThatDoesNotBreak() {
        assertThat(Numbers.whole(6_387_811)).isEqualTo("6\u202F387\u202F811");
        assertThat(Numbers.whole(999)).isEqualTo("999");
        assertThat(Numbers.decimal(-1234.56, 1)).isEqualTo("\u22121\u202F234.6");
    }

    @Test
    void absentFigureIsADashAndNeverZero() {
        assertThat(Numbers.decimal(OptionalDouble.empty(), 1)).isEqualTo("–");
        assertThat(Numbers.percent(3, 0, 1)).isEqualTo("–");
        assertThat(Numbers.percent(0, 3, 1)).isEqualTo("0.0%");
    }

    @Test
    void ticksAreShortAndExact() {
        assertThat(Numbers.tick(0)).isEqualTo("0");
        assertThat(Numbers.tick(500_000)).isEqualTo("500\u202F000");
        assertThat(Numbers.tick(1_500_000)).isEqualTo("1.5\u202FM");
        assertThat(Numbers.tick(0.2)).isEqualTo("0.2");
    }

    @Test
    void smallRatesKeepADecimal() {
        assertThat(Numbers.rate(OptionalDouble.of(2.34))).isEqualTo("2.3");
        assertThat(Numbers.rate(OptionalDouble.of(23.4))).isEqualTo("23");
        assertThat(Numbers.rate(OptionalDouble.of(0))).isEqualTo("0");
    }

    @Test
    void yearIsToldWhereItIsInDoubt() {
        LocalDate day = LocalDate.of(2020, 7, 13);

        assertThat(Dates.within(LocalDate.of(2020, 3, 6), day, day)).isEqualTo("13 Jul");
        assertThat(Dates.within(day, LocalDate.of(2021, 1, 1), day)).isEqualTo("13 Jul 2020");
        assertThat(Dates.span(LocalDate.of(2020, 3, 6), day)).isEqualTo("6 March to 13 July 2020");
    }
}
