package io.laguna.emulator.edge.service;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.log.Call;
import io.laguna.emulator.edge.payload.BodyRefusal;
import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.kit.Identity;
import io.laguna.emulator.kit.trace.Trace;
import io.laguna.wire.MalformedRequestException;
import io.laguna.wire.Operation;
import io.laguna.wire.Rooms;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;

/** The calls of services that are described operation by operation: bytes in, bytes out. */
public final class ServiceCalls {
    private static final int DEEPEST_CAUSE = 32;

    private final Duration engineDeadline;
    private final Executor executor;

    public ServiceCalls(Duration engineDeadline, Executor executor) {
        this.engineDeadline = engineDeadline;
        this.executor = executor;
    }

    /**
     * Answers a call: at once when the service is ready, otherwise when it becomes ready, or when it is known that it
     * never will.
     */
    public CompletableFuture<WireResponse> answer(
            MountedService service, WireRequest request, Identity identity, Call call) {
        return answer(service, request, RequestBody.empty(), identity, call);
    }

    /** Answers a call whose body streams, beside the request. */
    public CompletableFuture<WireResponse> answer(
            MountedService service, WireRequest request, RequestBody body, Identity identity, Call call) {
        return answer(service, request, body, identity, call, meant -> meant);
    }

    /**
     * Answers a call of which more is known than its bytes say.
     *
     * @param meant adds it to the request that was read
     */
    public CompletableFuture<WireResponse> answer(
            MountedService service,
            WireRequest request,
            RequestBody body,
            Identity identity,
            Call call,
            UnaryOperator<SdkPojo> meant) {
        Optional<Operation> operation = service.description().operation(request);
        if (operation.isEmpty()) {
            return CompletableFuture.completedFuture(
                    fail(service, ServiceFailures.unknown(service.description(), request), call));
        }
        call.goesTo(service.description().signingName(), operation.get().name());
        if (!operation.get().streaming().isSupported()) {
            return CompletableFuture.completedFuture(
                    fail(service, ServiceFailures.notImplemented(service.description(), operation.get()), call));
        }
        CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> ready = service.service();
        if (ready.isDone() && !ready.isCompletedExceptionally()) {
            return CompletableFuture.completedFuture(
                    call(service, ready.join().apply(identity), operation.get(), request, body, call, meant));
        }
        // A copy: the deadline is this call's, not the service's.
        return ready.copy()
                .orTimeout(engineDeadline.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (rooms, failure) -> failure == null
                                ? call(service, rooms.apply(identity), operation.get(), request, body, call, meant)
                                : unavailable(service, operation.get(), failure, call),
                        executor);
    }

    WireResponse fail(MountedService service, ErrorAnswer error, Call call) {
        call.failed(error.code());
        return service.wire().encodeFailure(error.status(), error.code(), error.message(), call.requestId());
    }

    private WireResponse call(
            MountedService service,
            Rooms<?> rooms,
            Operation operation,
            WireRequest request,
            RequestBody body,
            Call call,
            UnaryOperator<SdkPojo> meant) {
        try {
            SdkPojo decoded = meant.apply(service.wire().decode(operation, request));
            Optional<String> broken = service.wire().broken(operation, decoded);
            if (broken.isPresent()) {
                return fail(service, ServiceFailures.invalid(service.description(), broken.get()), call);
            }
            Optional<SdkPojo> response = Trace.in(
                    request.headers().getOrDefault(Trace.HEADER, List.of()).stream()
                            .findFirst(),
                    () -> rooms.call(operation, decoded, body));
            return response.isPresent()
                    ? service.wire().encode(operation, response.get(), call.requestId())
                    : fail(service, ServiceFailures.notImplemented(service.description(), operation), call);
        } catch (MalformedRequestException e) {
            return fail(service, ServiceFailures.malformed(service.description(), e), call);
        } catch (AwsServiceException e) {
            call.failed(
                    e.awsErrorDetails() == null
                            ? e.getClass().getSimpleName()
                            : e.awsErrorDetails().errorCode());
            return service.wire().encodeFailure(e, call.requestId());
        } catch (EngineUnavailableException e) {
            return fail(service, ServiceFailures.unavailable(service.description(), operation, e.getMessage()), call);
        } catch (RuntimeException e) {
            Optional<ErrorAnswer> unreadable = unreadable(e);
            if (unreadable.isPresent()) {
                return fail(service, unreadable.get(), call);
            }
            call.failed(e);
            return fail(service, ServiceFailures.internal(service.description(), call), call);
        }
    }

    private WireResponse unavailable(MountedService service, Operation operation, Throwable failure, Call call) {
        String reason = failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                ? "its engine is not ready after " + engineDeadline.toSeconds() + " s"
                : ServiceFailures.reason(failure);
        return fail(service, ServiceFailures.unavailable(service.description(), operation, reason), call);
    }

    /**
     * Returns the error of a body that broke off while the service read it: the reason is somewhere below what the
     * service made of it.
     */
    private static Optional<ErrorAnswer> unreadable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .filter(BodyRefusal.class::isInstance)
                .map(BodyRefusal.class::cast)
                .map(cause -> new ErrorAnswer(cause.status(), cause.code(), cause.getMessage()))
                .findFirst();
    }
}
