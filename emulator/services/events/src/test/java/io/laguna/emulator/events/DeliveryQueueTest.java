package io.laguna.emulator.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.delivery.Loads;
import io.laguna.emulator.kit.delivery.NewDelivery;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngineLake.class)
class DeliveryQueueTest {
    private static final Clock CLOCK = Clock.systemUTC();

    private final State state;
    private final String name = "q-" + UUID.randomUUID();
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

    DeliveryQueueTest(EngineLake.Running lake) {
        this.state = lake.state();
    }

    private void put(DeliveryQueue queue, String key, String body) {
        state.write(transaction -> {
            queue.on(transaction).put(Optional.of(key), body, CLOCK.instant());
            return key;
        });
        queue.wake();
    }

    private void putTogether(DeliveryQueue queue, int count) {
        List<NewDelivery> deliveries = IntStream.range(0, count)
                .mapToObj(each -> new NewDelivery("k" + each, Optional.of("all"), "b" + each))
                .toList();
        state.write(transaction -> {
            queue.on(transaction).putOnce(deliveries, CLOCK.instant());
            return count;
        });
        queue.wake();
    }

    /** Puts a delivery with the longest key that PostgreSQL's index takes: it is too long when the delivery goes aside. */
    private void putWithTheLongestKey(DeliveryQueue queue, String body) {
        String text = new SplittableRandom(1)
                .ints(2_704, 'A', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        int length = text.length();
        boolean taken = false;
        while (!taken) {
            try {
                put(queue, text.substring(0, length), body);
                taken = true;
            } catch (JdbiException e) {
                length--;
            }
        }
    }

    private long left(DeliveryQueue queue) {
        return state.read(handle -> queue.on(handle).count());
    }

    private Arrival arrive(Delivery delivery) {
        arrived.add(delivery.body());
        return new Arrival.Done();
    }

    @Test
    void deliveriesOfOneKeyKeepTheirOrderThoughTheFirstIsTriedAgain() {
        AtomicInteger failures = new AtomicInteger(2);
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, 4, delivery -> {
            boolean fails = delivery.body().equals("a0") && failures.getAndDecrement() > 0;
            return fails ? new Arrival.Again(Duration.ofMillis(50), true) : arrive(delivery);
        })) {
            IntStream.range(0, 5).forEach(each -> put(queue, "a", "a" + each));
            put(queue, "b", "b0");

            await().untilAsserted(() -> assertThat(left(queue)).isZero());
        }
        assertThat(arrived).filteredOn(body -> body.startsWith("a")).containsExactly("a0", "a1", "a2", "a3", "a4");
        assertThat(List.copyOf(arrived)).first().isEqualTo("b0");
    }

    @Test
    void ofALoadOnlyWhatHasNotArrivedComesAgain() {
        Queue<Integer> sizes = new ConcurrentLinkedQueue<>();
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, new Loads(1, 10), load -> {
            sizes.add(load.size());
            return load.stream()
                    .map(each -> each.body().equals("b3") && each.attempts() == 0
                            ? new Arrival.Again(Duration.ofMillis(50), true)
                            : arrive(each))
                    .toList();
        })) {
            putTogether(queue, 10);

            await().untilAsserted(() -> assertThat(left(queue)).isZero());
        }
        assertThat(sizes).containsExactly(10, 1);
        assertThat(arrived).containsExactly("b0", "b1", "b2", "b4", "b5", "b6", "b7", "b8", "b9", "b3");
    }

    @Test
    void aLoadWhoseCarrierBreaksComesAgain() {
        AtomicInteger failures = new AtomicInteger(1);
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, new Loads(2, 10), load -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not yet");
            }
            return load.stream().map(this::arrive).toList();
        })) {
            putTogether(queue, 10);

            await().untilAsserted(() -> assertThat(left(queue)).isZero());
        }
        assertThat(arrived).hasSize(10);
    }

    @Test
    void aDeliveryWithWhichItsCarrierBreaksGoesAloneAndIsGivenUpAfterManyTimes() {
        TurnedClock clock = new TurnedClock();
        AtomicInteger breaks = new AtomicInteger();
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, clock, new Loads(1, 10), load -> {
            if (load.stream().anyMatch(each -> each.body().equals("b3"))) {
                breaks.incrementAndGet();
                throw new IllegalStateException("poison");
            }
            return load.stream().map(this::arrive).toList();
        })) {
            putTogether(queue, 10);

            await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
                clock.forward(Duration.ofMinutes(10));
                queue.wake();
                assertThat(left(queue)).isZero();
            });
        }
        assertThat(arrived).hasSize(9).doesNotContain("b3");
        assertThat(breaks).hasValue(20);
    }

    @Test
    void aDeliveryThatCannotBeSettledKeepsNoOtherFromIt() {
        try (DeliveryQueue queue = DeliveryQueue.open(
                state,
                name,
                CLOCK,
                4,
                delivery ->
                        delivery.body().equals("long") ? new Arrival.Aside(Duration.ofHours(1)) : arrive(delivery))) {
            putWithTheLongestKey(queue, "long");
            put(queue, "b", "b0");

            await().untilAsserted(() -> assertThat(left(queue)).isZero());
        }
        assertThat(arrived).containsExactly("b0");
    }

    @Test
    void whatHasArrivedBeforeTheEndDoesNotComeAgain() {
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, 2, this::arrive)) {
            put(queue, "a", "a0");
            await().untilAsserted(() -> assertThat(arrived).hasSize(1));
        }
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, 2, this::arrive)) {
            put(queue, "b", "b0");
            await().untilAsserted(() -> assertThat(arrived).contains("b0"));
            await().untilAsserted(() -> assertThat(left(queue)).isZero());
        }
        assertThat(arrived).containsExactly("a0", "b0");
    }

    @Test
    void aDeliveryWaitsOnceForItsKey() {
        try (DeliveryQueue queue = DeliveryQueue.open(state, name, CLOCK, new Loads(1, 10), load -> load.stream()
                .map(each -> (Arrival) new Arrival.Again(Duration.ofHours(1), true))
                .toList())) {
            putTogether(queue, 3);
            putTogether(queue, 4);

            assertThat(left(queue)).isEqualTo(4);
        }
    }
}
