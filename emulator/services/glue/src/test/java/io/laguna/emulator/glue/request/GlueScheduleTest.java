package io.laguna.emulator.glue.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.glue.model.InvalidInputException;

class GlueScheduleTest {
    @Test
    void isDueInUtcAfterATimeAndNotAtIt() {
        GlueSchedule noon = GlueSchedule.of("cron(15 12 * * ? *)");
        Instant due = Instant.parse("2026-03-01T12:15:00Z");
        assertThat(noon.after(due.minusSeconds(1))).contains(due);
        assertThat(noon.after(due)).contains(Instant.parse("2026-03-02T12:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cron(0/5 * * * ? *)", "cron(0,5,10 8 ? * MON *)", " cron( 0 0 L * ? 2030 )"})
    void takesAnExpressionThatIsDueEveryFiveMinutesOrLessOften(String expression) {
        assertThat(GlueSchedule.of(expression).expression()).isEqualTo(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate(5 minutes)",
                "0 12 * * ? *",
                "cron(0 12 * * * *)",
                "cron(0 12 ? * ? *)",
                "cron(61 12 * * ? *)",
                "cron(* * * * ? *)",
                "cron(0/4 * * * ? *)",
                "cron(10,14 12 * * ? *)"
            })
    void refusesWhatGlueRefuses(String expression) {
        assertThatThrownBy(() -> GlueSchedule.of(expression))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("schedule expression");
    }
}
