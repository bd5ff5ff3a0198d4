package io.laguna.pipelines.covid.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T05:30:00Z"), ZoneOffset.UTC);

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.read(" 120", CLOCK)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 05:31:00 GMT", CLOCK)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Sat, 21 Nov 2026 05:29:00 GMT", CLOCK)).contains(Duration.ZERO);
        assertThat(RetryAfter.read("soon", CLOCK)).isEmpty();
    }
}
