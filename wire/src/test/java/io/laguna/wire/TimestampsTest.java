package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ISO_8601              | 2026-11-03T04:05:06.789Z | 2026-11-03T04:05:06.789Z
            ISO_8601              | 2026-11-03T04:05:06Z     | 2026-11-03T04:05:06Z
            RFC_822               | 2026-11-03T04:05:06Z     | Tue, 03 Nov 2026 04:05:06 GMT
            UNIX_TIMESTAMP        | 2026-11-03T04:05:06.789Z | 1793678706.789
            UNIX_TIMESTAMP        | 2026-11-03T04:05:10Z     | 1793678710
            UNIX_TIMESTAMP        | 1969-12-31T23:59:59.500Z | -0.5
            UNIX_TIMESTAMP        | 1970-01-01T00:00:00Z     | 0
            UNIX_TIMESTAMP        | 0000-01-01T00:00:00Z     | -62167219200
            UNIX_TIMESTAMP        | 9999-12-31T23:59:59.999Z | 253402300799.999
            UNIX_TIMESTAMP_MILLIS | 2026-11-03T04:05:06.789Z | 1793678706789
            """)
    void isPrintedAndParsedInEachFormat(Format format, Instant instant, String text) throws MalformedRequestException {
        assertThat(Timestamps.print(instant, format)).isEqualTo(text);
        assertThat(Timestamps.parse(text, format)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-03T04:05:06Z",
                "2026-11-03T05:05:06+01:00",
                "Tue, 03 Nov 2026 04:05:06 GMT",
                "Tue, 3 Nov 2026 04:05:06 GMT",
                "1793678706",
                "1793678706.000",
                "1.793678706E9"
            })
    void whatIsUnmistakableIsTakenInPlaceOfTheModelledFormat(String text) throws MalformedRequestException {
        assertThat(Timestamps.parse(text, Format.UNIX_TIMESTAMP)).isEqualTo(Instant.parse("2026-11-03T04:05:06Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-13-03T04:05:06Z",
                "Tue, 99 Nov 2026 04:05:06 GMT",
                "1e40",
                "NaN",
                "-99999999999999",
                "253402300800",
                "0000-01-01T00:00:00+01:00"
            })
    void anythingElseIsMalformed(String text) {
        assertThatThrownBy(() -> Timestamps.parse(text, Format.ISO_8601)).isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "1994-11-06T08:49:37Z",
                "1994-11-06T09:49:37.000+01:00"
            })
    void aDateOfHttpIsReadInEveryForm(String text) {
        assertThat(Timestamps.httpDate(text)).contains(Instant.parse("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "never", "0", "784111777", "Sun, 99 Nov 1994 08:49:37 GMT", "1994-11-06"})
    void anythingElseIsNoDateOfHttp(String text) {
        assertThat(Timestamps.httpDate(text)).isEmpty();
    }

    @Test
    void twoDigitsAreAYearThatIsFiftyYearsInTheFutureAtMost() {
        LocalDate latest = LocalDate.now(ZoneOffset.UTC).plusYears(50).withDayOfYear(1);
        for (LocalDate day : List.of(latest, latest.minusYears(99))) {
            String text =
                    DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy", Locale.US).format(day) + " 00:00:00 GMT";
            assertThat(Timestamps.httpDate(text))
                    .contains(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @Test
    void aNumberThatIsHugeWrittenOutIsMalformedAtOnce() {
        for (String number : new String[] {"1e999999999", "1e-999999999", "-1e30"}) {
            assertThatThrownBy(() -> Timestamps.ofNumber(new BigDecimal(number), Format.UNIX_TIMESTAMP))
                    .isInstanceOf(MalformedRequestException.class);
        }
    }
}
