package io.laguna.emulator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

class ScheduleExpressionTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The examples of the user guide.
                "cron(15 10 ? * 6L 2026-2027)     | 2026-01-30T10:15 2026-02-27T10:15 2026-03-27T10:15",
                "cron(0 10 * * ? *)               | 2026-01-01T10:00 2026-01-02T10:00 2026-01-03T10:00",
                "cron(0 18 ? * MON-FRI *)         | 2026-01-01T18:00 2026-01-02T18:00 2026-01-05T18:00",
                "cron(0 8 1 * ? *)                | 2026-01-01T08:00 2026-02-01T08:00 2026-03-01T08:00",
                "cron(0/10 * ? * MON-FRI *)       | 2026-01-01T00:00 2026-01-01T00:10 2026-01-01T00:20",
                "cron(0/5 8-17 ? * MON-FRI *)     | 2026-01-01T08:00 2026-01-01T08:05 2026-01-01T08:10",
                // Lists, ranges and steps; names in either case.
                "cron(5,35 14 * * ? *)            | 2026-01-01T14:05 2026-01-01T14:35 2026-01-02T14:05",
                "cron(0-15/5 8-8 * * ? *)         | 2026-01-01T08:00 2026-01-01T08:05 2026-01-01T08:10",
                "cron(0 0 1 JAN,jul ? *)          | 2026-01-01T00:00 2026-07-01T00:00 2027-01-01T00:00",
                "cron(0 0 1/10 * ? *)             | 2026-01-01T00:00 2026-01-11T00:00 2026-01-21T00:00",
                "cron(0 0 1 1 ? 2027/2)           | 2027-01-01T00:00 2029-01-01T00:00 2031-01-01T00:00",
                "cron(0 0 1 1 ? 2027,2199)        | 2027-01-01T00:00 2199-01-01T00:00",
                // Days of the week: 1 is Sunday, and a range may pass Saturday.
                "cron(0 0 ? * 1 *)                | 2026-01-04T00:00 2026-01-11T00:00 2026-01-18T00:00",
                "cron(0 0 ? * SAT-MON *)          | 2026-01-03T00:00 2026-01-04T00:00 2026-01-05T00:00",
                "cron(0 0 ? * 2/2 *)              | 2026-01-02T00:00 2026-01-05T00:00 2026-01-07T00:00",
                "cron(0 0 ? * L *)                | 2026-01-03T00:00 2026-01-10T00:00 2026-01-17T00:00",
                "cron(0 9 ? * MON#1 *)            | 2026-01-05T09:00 2026-02-02T09:00 2026-03-02T09:00",
                "cron(0 9 ? * 6#5 *)              | 2026-01-30T09:00 2026-05-29T09:00 2026-07-31T09:00",
                "cron(0 9 ? * MON#1,WED#2 *)      | 2026-01-05T09:00 2026-01-14T09:00 2026-02-02T09:00",
                // The ends of months.
                "cron(0 0 31 * ? *)               | 2026-01-31T00:00 2026-03-31T00:00 2026-05-31T00:00",
                "cron(0 0 29 2 ? *)               | 2028-02-29T00:00 2032-02-29T00:00 2036-02-29T00:00",
                "cron(0 0 L * ? *)                | 2026-01-31T00:00 2026-02-28T00:00 2026-03-31T00:00",
                "cron(0 0 L-3 * ? *)              | 2026-01-28T00:00 2026-02-25T00:00 2026-03-28T00:00",
                "cron(0 0 15,L * ? *)             | 2026-01-15T00:00 2026-01-31T00:00 2026-02-15T00:00",
                "cron(0 0 LW * ? *)               | 2026-01-30T00:00 2026-02-27T00:00 2026-03-31T00:00",
                "cron(0 0 15W * ? *)              | 2026-01-15T00:00 2026-02-16T00:00 2026-03-16T00:00",
                "cron(0 0 1W * ? *)               | 2026-01-01T00:00 2026-02-02T00:00 2026-03-02T00:00",
                "cron(0 0 31W * ? *)              | 2026-01-30T00:00 2026-03-31T00:00 2026-05-29T00:00",
                // Never.
                "cron(0 0 30 2 ? *)               | ''",
                "cron(0 0 1 1 ? 2020)             | ''",
                // The others.
                "rate(1 minute)                   | 2026-01-01T00:00 2026-01-01T00:01 2026-01-01T00:02",
                "rate(12 hours)                   | 2026-01-01T00:00 2026-01-01T12:00 2026-01-02T00:00",
                "rate(5 days)                     | 2026-01-01T00:00 2026-01-06T00:00 2026-01-11T00:00",
                "at(2026-02-28T23:59:59)          | 2026-02-28T23:59:59",
                "at(2025-12-31T23:59:59)          | ''"
            })
    void isDueWhenAwsSaysSo(String expression, String expected) {
        assertThat(next(expression, ZoneOffset.UTC, 3))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cron(0 0 * * * *)",
                "cron(0 0 ? * ? *)",
                "cron(0 0 1 * MON *)",
                "cron(0 0 * * ?)",
                "cron(0 0 * * ? * *)",
                "cron(60 * * * ? *)",
                "cron(*/60 * * * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 0 * ? *)",
                "cron(0 0 32W * ? *)",
                "cron(0 0 ? * 0 *)",
                "cron(0 0 ? * 8 *)",
                "cron(0 0 ? * MON#6 *)",
                "cron(0 0 ? * MONDAY *)",
                "cron(0 0 1 13 ? *)",
                "cron(0 0 1 1 ? 1969)",
                "cron(22-2 0 * * ? *)",
                "cron(0/0 0 * * ? *)",
                "cron(? * * * ? *)",
                "cron(,5 * * * ? *)",
                "cron()",
                "rate(0 minutes)",
                "rate(30 seconds)",
                "rate(-1 hours)",
                "rate(5)",
                "rate(1 week)",
                "at(2026-02-30T00:00:00)",
                "at(2026-01-01 00:00:00)",
                "at(2026-01-01T00:00:00Z)",
                "at(2026-01-01T24:00:00)",
                "every day",
                "cron(0 10 * * ? *) "
            })
    void whatIsNoExpressionIsRefusedInAwsWords(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.of(expression, ZoneOffset.UTC, NEW_YEAR))
                .isInstanceOf(ValidationException.class)
                .hasMessage("Invalid Schedule Expression " + expression + ".");
    }

    @Test
    void aTimeThatTheClocksSkipIsSkipped() {
        assertThat(next("cron(30 2 7-9 3 ? 2026)", NEW_YORK, 3))
                .containsExactly("2026-03-07T07:30", "2026-03-09T06:30");
    }

    @Test
    void aTimeThatComesTwiceIsDueOnce() {
        assertThat(next("cron(30 1 * 11 ? 2026)", NEW_YORK, 2)).containsExactly("2026-11-01T05:30", "2026-11-02T06:30");
    }

    @Test
    void whatComesRightAfterTheRepeatedHourIsNotLostInIt() {
        ScheduleExpression daily = ScheduleExpression.of("cron(30 1,2 * * ? *)", NEW_YORK, NEW_YEAR);

        assertThat(daily.atOrAfter(Instant.parse("2026-11-01T06:10:00Z")))
                .contains(Instant.parse("2026-11-01T07:30:00Z"));
    }

    @Test
    void aDayOfARateIs24HoursWhereTheClocksChange() {
        ScheduleExpression daily =
                ScheduleExpression.of("rate(1 day)", NEW_YORK, Instant.parse("2026-03-07T12:00:00Z"));

        assertThat(daily.atOrAfter(Instant.parse("2026-03-07T12:00:01Z")))
                .contains(Instant.parse("2026-03-08T12:00:00Z"));
    }

    @Test
    void aZonesTimeIsItsOwn() {
        assertThat(next("cron(0 6 * 6 ? 2026)", ZoneId.of("America/Bogota"), 1)).containsExactly("2026-06-01T11:00");
        assertThat(next("at(2026-06-01T06:00:00)", ZoneId.of("Asia/Kolkata"), 1))
                .containsExactly("2026-06-01T00:30");
        assertThat(next("at(2026-03-08T02:30:00)", NEW_YORK, 1)).containsExactly("2026-03-08T07:30");
    }

    private static List<String> next(String text, ZoneId zone, int count) {
        ScheduleExpression expression = ScheduleExpression.of(text, zone, NEW_YEAR);
        List<String> times = new ArrayList<>();
        Optional<Instant> next = expression.atOrAfter(NEW_YEAR);
        while (next.isPresent() && times.size() < count) {
            times.add(LocalDateTime.ofInstant(next.get(), ZoneOffset.UTC).toString());
            next = expression.atOrAfter(next.get().plusSeconds(1));
        }
        return times;
    }
}
