package io.laguna.emulator.glue.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.event.EventBus;
import io.laguna.emulator.kit.event.EventLog;
import io.laguna.emulator.kit.event.Outbox;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.testlake.EngineLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.glue.model.CrawlerHistory;
import software.amazon.awssdk.services.glue.model.CrawlerHistoryState;

@ExtendWith(EngineLake.class)
class EventsTest {
    /** Other tests of the same engines have events of their own. */
    private static final Caller CALLER = new Caller("210987654321", "eu-west-1");

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    private final State state;
    private final Queue<Event> taken = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    EventsTest(EngineLake.Running lake) {
        this.state = lake.state();
    }

    @Test
    void anEventIsDeliveredInOrderAndAgainUntilItsListenerHasIt() {
        put("first");
        put("second");
        AtomicInteger failures = new AtomicInteger(2);
        try (EventBus bus = EventBus.open(state, List.of(this::take, event -> {
            if (isOurs(event) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
        }))) {
            assertThat(bus).isNotNull();
            await().untilAsserted(() -> assertThat(details()).containsExactly("first", "second"));
        }
        put("third");
        taken.clear();

        try (EventBus again = EventBus.open(state, List.of(this::take))) {
            assertThat(again).isNotNull();
            await().untilAsserted(() -> assertThat(details()).containsExactly("third"));
        }
    }

    @Test
    void aListenerThatAlwaysFailsKeepsNothingFromTheOthers() {
        put("first");
        put("second");
        try (EventBus bus = EventBus.open(
                state,
                List.of(
                        event -> {
                            if (isOurs(event)) {
                                throw new IllegalStateException("never");
                            }
                        },
                        this::take))) {
            assertThat(bus).isNotNull();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(details()).containsExactly("first", "second"));
        }
        taken.clear();

        try (EventBus later = EventBus.open(state, List.of(this::take))) {
            assertThat(later).isNotNull();
            await().untilAsserted(() -> assertThat(details()).containsExactly("first", "second"));
            await().until(() ->
                    state.read(handle -> handle.select("select count(*) from event_outbox where delivered_at is null")
                                    .mapTo(Integer.class)
                                    .one())
                            == 0);
        }
    }

    @Test
    void anEventOfDaysAgoIsTriedAgainToo() {
        put("late", Instant.now().minus(Duration.ofDays(2)));
        AtomicInteger failures = new AtomicInteger(1);
        try (EventBus bus = EventBus.open(state, List.of(event -> {
            if (isOurs(event) && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            take(event);
        }))) {
            assertThat(bus).isNotNull();
            await().untilAsserted(() -> assertThat(details()).containsExactly("late"));
        }
    }

    @Test
    void aBusThatHasNothingToDoIsWokenByTheTransactionOfAnEvent() {
        try (EventBus bus = EventBus.open(state, List.of(this::take))) {
            assertThat(bus).isNotNull();
            put("first");
            await().untilAsserted(() -> assertThat(details()).containsExactly("first"));
            put("second");
            await().untilAsserted(() -> assertThat(details()).containsExactly("first", "second"));
        }
    }

    @Test
    void anEventOfATransactionThatFailsIsNone() {
        assertThat(catchThrowable(() -> state.write(transaction -> {
                    new Outbox(transaction).put(event("never"));
                    throw new IllegalStateException("rolled back");
                })))
                .hasMessageContaining("rolled back");
        put("after");

        try (EventBus bus = EventBus.open(state, List.of(this::take))) {
            assertThat(bus).isNotNull();
            await().untilAsserted(() -> assertThat(details()).containsExactly("after"));
        }
    }

    @Test
    void aCrawlTellsOfItsStartAndItsEndInAwssShape() throws IOException {
        CrawlerHistory crawl = CrawlerHistory.builder()
                .crawlId("id")
                .startTime(START)
                .logGroup("/aws-glue/crawlers")
                .logStream("files")
                .state(CrawlerHistoryState.RUNNING)
                .build();
        CrawlerHistory done = crawl.toBuilder()
                .state(CrawlerHistoryState.COMPLETED)
                .endTime(START.plusSeconds(42))
                .summary("{\"TABLE\":{\"ADD\":{\"Details\":{\"names\":[\"t\"]},\"Total\":1}},"
                        + "\"PARTITION\":{\"ADD\":{\"Total\":3}}}")
                .build();
        CrawlerHistory failed = crawl.toBuilder()
                .state(CrawlerHistoryState.FAILED)
                .endTime(START.plusSeconds(1))
                .build();
        state.write(transaction -> {
            List.of(crawl, done, failed).forEach(each -> new CrawlEvents().changed(transaction, CALLER, "files", each));
            return crawl;
        });
        Path log = folder.resolve("events.log");

        try (EventLog lines = EventLog.open(log);
                EventBus bus = EventBus.open(state, List.of(lines, this::take))) {
            assertThat(bus).isNotNull();
            await().until(() -> taken.size() == 3);
        }

        List<JsonNode> details = taken.stream().<JsonNode>map(Event::detail).toList();
        assertThat(details.get(0).path("state").asText()).isEqualTo("Started");
        assertThat(details.get(1).path("tablesCreated").asText()).isEqualTo("1");
        assertThat(details.get(1).path("partitionsCreated").asText()).isEqualTo("3");
        assertThat(details.get(1).path("tablesDeleted").asText()).isEqualTo("0");
        assertThat(details.get(1).path("runningTime (sec)").asText()).isEqualTo("42");
        assertThat(details.get(1).path("message").asText()).isEqualTo("Crawler Succeeded");
        assertThat(details.get(2).path("errorMessage").asText()).isEqualTo("Internal Service Exception");
        assertThat(Files.readString(log))
                .contains("\"detail-type\":\"Glue Crawler State Change\"", "\"source\":\"aws.glue\"");
    }

    private void take(Event event) {
        if (isOurs(event)) {
            taken.add(event);
        }
    }

    private static boolean isOurs(Event event) {
        return event.owner().equals(CALLER);
    }

    private List<String> details() {
        return taken.stream().map(event -> event.detail().path("name").asText()).toList();
    }

    private void put(String name) {
        put(name, Instant.now());
    }

    private void put(String name, Instant time) {
        state.write(transaction -> {
            new Outbox(transaction).put(event(name, time));
            return name;
        });
    }

    private static Event event(String name) {
        return event(name, Instant.now());
    }

    private static Event event(String name, Instant time) {
        return Event.of(
                "aws.glue",
                "Test",
                CALLER,
                time,
                List.of("arn:aws:glue:eu-west-1:210987654321:job/a"),
                JsonNodeFactory.instance.objectNode().put("name", name));
    }
}
