package io.laguna.emulator.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.state.State;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;

/** Tests of the service with its thread and a real clock. */
@ExtendWith(SchedulerState.class)
class TimerTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Test
    void aScheduleWakesTheServiceAndAnOpenedServiceGoesOnWithIt(State state, @TempDir Path folder) {
        Targets targets = new Targets();
        LocalDateTime soon = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(5).truncatedTo(ChronoUnit.SECONDS);
        try (Scheduler scheduler = Scheduler.open(state, targets, folder.resolve("scheduler.log"), Clock.systemUTC())) {
            create(scheduler, "now", "rate(1 day)");
            create(scheduler, "soon", "at(" + soon.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + ")");
            await().atMost(DEADLINE).until(() -> targets.steps.size() == 1);
        }

        try (Scheduler again = Scheduler.open(state, targets, folder.resolve("scheduler.log"), Clock.systemUTC())) {
            await().atMost(DEADLINE).until(() -> targets.steps.size() == 2);
            assertThat(LocalDateTime.now(ZoneOffset.UTC)).isAfterOrEqualTo(soon);
            assertThat(again.rooms(TestScheduler.CALLER)).hasSize(4);
        }
    }

    private static void create(Scheduler scheduler, String name, String expression) {
        Rooms.of(SchedulerClient.class, scheduler.rooms(TestScheduler.CALLER))
                .client()
                .createSchedule(request -> request.name(name)
                        .scheduleExpression(expression)
                        .target(TestScheduler.STEPS)
                        .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF)));
    }
}
