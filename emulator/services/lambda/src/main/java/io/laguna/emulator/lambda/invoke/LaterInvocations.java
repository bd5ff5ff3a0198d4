package io.laguna.emulator.lambda.invoke;

import io.laguna.emulator.kit.delivery.Arrival;
import io.laguna.emulator.kit.delivery.Delivery;
import io.laguna.emulator.kit.delivery.DeliveryQueue;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.kit.state.State;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.emulator.lambda.environment.FunctionRunner;
import io.laguna.emulator.lambda.environment.Invocation;
import io.laguna.emulator.lambda.environment.InvocationResult;
import io.laguna.emulator.lambda.environment.Lineage;
import io.laguna.emulator.lambda.record.EventConfigs;
import io.laguna.emulator.lambda.record.Qualified;
import io.laguna.emulator.lambda.record.Version;
import io.laguna.emulator.lambda.request.FunctionName;
import io.laguna.emulator.lambda.request.Peers;
import io.laguna.engines.function.Payload;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.lambda.model.FunctionEventInvokeConfig;
import software.amazon.awssdk.services.lambda.model.InvalidRuntimeException;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * The asynchronous invocations, which are promised and made later: each is a row of the state before it is promised, is made at
 * least once, and again where it fails.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html">Errors of asynchronous
 *     invocations</a>
 */
public final class LaterInvocations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaterInvocations.class);
    private static final int AT_ONCE = 64;
    private static final int RETRIES = 2;
    private static final Duration AGE = Duration.ofHours(6);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** "A one-minute wait before the second attempt, and two minutes between the second and third attempts". */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final State state;
    private final Seal seal;
    private final Clock clock;
    private final List<Duration> pauses;
    private final FunctionRunner runner;
    private final Destinations destinations;
    private final DeliveryQueue queue;

    private LaterInvocations(
            State state, Seal seal, Clock clock, List<Duration> pauses, FunctionRunner runner, Peers peers) {
        this.state = state;
        this.seal = seal;
        this.clock = clock;
        this.pauses = pauses;
        this.runner = runner;
        this.destinations = new Destinations(this, peers, clock);
        this.queue = DeliveryQueue.open(state, "lambda", clock, AT_ONCE, this::deliver);
    }

    /**
     * Opens the invocations, and goes on with those that an earlier process has promised.
     *
     * @param pauses before the second and the third attempt
     */
    public static LaterInvocations open(
            State state, Seal seal, Clock clock, Optional<List<Duration>> pauses, FunctionRunner runner, Peers peers) {
        return new LaterInvocations(state, seal, clock, pauses.orElse(PAUSES), runner, peers);
    }

    /** Promises an invocation: it is in the state when this returns. */
    void promise(LaterInvocation invocation) {
        state.write(transaction -> {
            queue.on(transaction).put(Optional.empty(), invocation.text(), clock.instant());
            return invocation;
        });
        queue.wake();
    }

    private Arrival deliver(Delivery delivery) {
        LaterInvocation later = LaterInvocation.read(delivery.body());
        try {
            Version version = state.read(handle -> new Qualified(handle, seal).choose(later.function()));
            Optional<FunctionEventInvokeConfig> settings = settings(later, version);
            Duration age = Duration.between(delivery.madeAt(), clock.instant());
            Duration oldest = settings.map(FunctionEventInvokeConfig::maximumEventAgeInSeconds)
                    .map(Duration::ofSeconds)
                    .orElse(AGE);
            if (age.compareTo(oldest) > 0) {
                return given(later, settings, Ended.tooOld(later, version, delivery.attempts()));
            }
            return attempt(delivery, later, version, settings, age);
        } catch (ResourceNotFoundException e) {
            LOG.warn("{} is given up: {}", later, e.getMessage());
            return new Arrival.Done();
        }
    }

    private Arrival attempt(
            Delivery delivery,
            LaterInvocation later,
            Version version,
            Optional<FunctionEventInvokeConfig> settings,
            Duration age) {
        InvocationResult result;
        try {
            result = runner.run(
                    version,
                    new Invocation(
                            later.requestId(),
                            later.function().qualifiedArn(),
                            Payload.of(later.payload()),
                            later.clientContext(),
                            Lineage.of(later.trace())));
        } catch (RecursiveInvocationException e) {
            LOG.warn("{} is given up: {}", later, e.getMessage());
            return given(later, settings, Ended.looping(later, version, delivery.attempts()));
        } catch (TooManyRequestsException | InvalidRuntimeException e) {
            return new Arrival.Again(between(Duration.ofSeconds(1), age, LONGEST_PAUSE), false);
        }
        int attempts = delivery.attempts() + 1;
        if (result.error().isEmpty()) {
            return given(later, settings, Ended.well(later, version, attempts, result));
        }
        int retries =
                settings.map(FunctionEventInvokeConfig::maximumRetryAttempts).orElse(RETRIES);
        if (attempts <= retries) {
            return new Arrival.Again(pauses.get(Math.min(attempts, pauses.size()) - 1), true);
        }
        return given(later, settings, Ended.badly(later, version, attempts, result));
    }

    private Arrival given(LaterInvocation later, Optional<FunctionEventInvokeConfig> settings, Ended ended) {
        // What a destination does with it has come of this invocation too.
        Lineage lineage =
                Lineage.of(later.trace()).with(ended.version().function().arn());
        return Trace.in(Optional.of(lineage.trace(clock.instant())), () -> {
            destinations.tell(
                    later.function().owner(), settings.map(FunctionEventInvokeConfig::destinationConfig), ended);
            return new Arrival.Done();
        });
    }

    private Optional<FunctionEventInvokeConfig> settings(LaterInvocation later, Version version) {
        return state.read(handle -> new EventConfigs(handle)
                .find(version.function(), later.function().qualifier().orElse(FunctionName.LATEST)));
    }

    private static Duration between(Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }

    /** Ends what is on its way, which the next process makes again. */
    @Override
    public void close() {
        queue.close();
    }
}
