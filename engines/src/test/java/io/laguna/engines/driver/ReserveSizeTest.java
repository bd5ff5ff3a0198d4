package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReserveSizeTest {
    private static final OptionalLong MUCH = OptionalLong.of(8L << 30);
    private static final OptionalLong LITTLE = OptionalLong.of(2L << 30);
    private static final boolean IDLE = true;
    private static final boolean BUSY = false;

    private final SetClock clock = new SetClock();

    @Test
    void thereAreAsManyDriversAsThereWereJobsLately() {
        ReserveSize size = new ReserveSize(1, clock);
        assertThat(size.wanted()).isEqualTo(1);

        jobs(size, 3);
        assertThat(size.wanted()).isEqualTo(3);
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        jobs(size, 2);
        assertThat(size.wanted()).isEqualTo(5);
        clock.now = clock.now.plus(Duration.ofMinutes(6));
        assertThat(size.wanted()).isEqualTo(2);

        jobs(size, 100);
        assertThat(size.wanted()).isEqualTo(8);
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(size.wanted()).isEqualTo(1);
    }

    @Test
    void thereAreNoneWhereTheSettingsWantNone() {
        ReserveSize size = new ReserveSize(0, clock);
        jobs(size, 3);

        assertThat(size.wanted()).isZero();
        assertThat(size.mayBegin(IDLE, new Spare(2, MUCH), 0, 0)).isFalse();
    }

    @Test
    void theDriversOfTheSettingsGetReadyWhenThereIsNoJobWhateverElseRuns() {
        ReserveSize size = new ReserveSize(2, clock);

        assertThat(size.mayBegin(IDLE, new Spare(0, LITTLE), 0, 1)).isTrue();
        assertThat(size.mayBegin(IDLE, new Spare(2, MUCH), 2, 0)).isFalse();
        assertThat(size.mayBegin(BUSY, new Spare(0, MUCH), 0, 0)).isFalse();
        assertThat(size.mayGoOn(IDLE, new Spare(0, LITTLE), 1, false)).isTrue();
    }

    @Test
    void furtherDriversAndDriversBesideAJobTakeOnlyWhatIsFree() {
        ReserveSize size = new ReserveSize(1, clock);
        jobs(size, 4);

        assertThat(size.mayBegin(IDLE, new Spare(1.2, MUCH), 1, 0)).isTrue();
        assertThat(size.mayBegin(IDLE, new Spare(0.9, MUCH), 1, 0)).isFalse();
        assertThat(size.mayBegin(IDLE, new Spare(1.2, LITTLE), 1, 0)).isFalse();
        assertThat(size.mayBegin(IDLE, new Spare(1.2, OptionalLong.empty()), 1, 0))
                .isFalse();
        assertThat(size.mayBegin(IDLE, new Spare(1.2, MUCH), 1, 1))
                .as("one at a time")
                .isFalse();
        assertThat(size.mayBegin(BUSY, new Spare(1.2, MUCH), 0, 0)).isTrue();

        assertThat(size.mayGoOn(BUSY, new Spare(0.3, MUCH), 0, false)).isTrue();
        assertThat(size.mayGoOn(BUSY, new Spare(0.1, MUCH), 0, false)).isFalse();
        assertThat(size.mayGoOn(BUSY, new Spare(0.3, MUCH), 0, true)).isFalse();
        assertThat(size.mayGoOn(BUSY, new Spare(1.2, MUCH), 0, true)).isTrue();
        assertThat(size.mayGoOn(IDLE, new Spare(0.1, MUCH), 1, false)).isFalse();
    }

    private static void jobs(ReserveSize size, int count) {
        for (int job = 0; job < count; job++) {
            size.job();
        }
    }

    /** A clock that stands still until it is set. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-29T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
