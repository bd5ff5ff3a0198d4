package io.laguna.emulator.edge;

import io.laguna.emulator.kit.EngineUnavailableException;
import io.laguna.emulator.sts.Identity;
import io.laguna.wire.MalformedRequestException;
import io.laguna.wire.Operation;
import io.laguna.wire.Protocol;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** The calls of services that are described operation by operation: bytes in, bytes out. */
final class ServiceCalls {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int UNAVAILABLE = 503;

    private final Duration engineDeadline;
    private final Executor executor;

    ServiceCalls(Duration engineDeadline, Executor executor) {
        this.engineDeadline = engineDeadline;
        this.executor = executor;
    }

    /**
     * Answers a call: at once when the service is ready, otherwise when it becomes ready, or when it is known that it
     * never will.
     */
    CompletableFuture<WireResponse> answer(MountedService service, WireRequest request, Identity identity, Call call) {
        Optional<Operation> operation = service.description().operation(request);
        if (operation.isEmpty()) {
            return CompletableFuture.completedFuture(fail(service, unknown(service.description(), request), call));
        }
        call.goesTo(service.description().signingName(), operation.get().name());
        if (!operation.get().streaming().isSupported()) {
            return CompletableFuture.completedFuture(
                    fail(service, notImplemented(service.description(), operation.get()), call));
        }
        CompletableFuture<? extends Function<Identity, ? extends Rooms<?>>> ready = service.service();
        if (ready.isDone() && !ready.isCompletedExceptionally()) {
            return CompletableFuture.completedFuture(
                    call(service, ready.join().apply(identity), operation.get(), request, call));
        }
        // A copy: the deadline is this call's, not the service's.
        return ready.copy()
                .orTimeout(engineDeadline.toMillis(), TimeUnit.MILLISECONDS)
                .handleAsync(
                        (rooms, failure) -> failure == null
                                ? call(service, rooms.apply(identity), operation.get(), request, call)
                                : unavailable(service, operation.get(), failure, call),
                        executor);
    }

    WireResponse fail(MountedService service, ErrorAnswer error, Call call) {
        call.failed(error.code());
        return service.wire().encodeFailure(error.status(), error.code(), error.message(), call.requestId());
    }

    private WireResponse call(
            MountedService service, Rooms<?> rooms, Operation operation, WireRequest request, Call call) {
        try {
            Optional<SdkPojo> response = rooms.call(operation, service.wire().decode(operation, request));
            return response.isPresent()
                    ? service.wire().encode(operation, response.get(), call.requestId())
                    : fail(service, notImplemented(service.description(), operation), call);
        } catch (MalformedRequestException e) {
            return fail(service, new ErrorAnswer(BAD_REQUEST, "SerializationException", e.getMessage()), call);
        } catch (AwsServiceException e) {
            call.failed(
                    e.awsErrorDetails() == null
                            ? e.getClass().getSimpleName()
                            : e.awsErrorDetails().errorCode());
            return service.wire().encodeFailure(e, call.requestId());
        } catch (EngineUnavailableException e) {
            return unavailable(service, operation, e.getMessage(), call);
        } catch (RuntimeException e) {
            call.failed(e);
            return fail(service, internal(service.description(), call), call);
        }
    }

    private WireResponse unavailable(MountedService service, Operation operation, Throwable failure, Call call) {
        String reason = failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                ? "its engine is not ready after " + engineDeadline.toSeconds() + " s"
                : Health.reason(failure);
        return unavailable(service, operation, reason, call);
    }

    private WireResponse unavailable(MountedService service, Operation operation, String reason, Call call) {
        String name = service.description().signingName() + ":" + operation.name();
        String code = service.description().protocol() == Protocol.AWS_QUERY
                ? "ServiceUnavailable"
                : "ServiceUnavailableException";
        return fail(service, new ErrorAnswer(UNAVAILABLE, code, "Laguna cannot answer " + name + ": " + reason), call);
    }

    /** Returns the error that AWS answers to an operation that it does not know. */
    private static ErrorAnswer unknown(ServiceDescription service, WireRequest request) {
        return switch (service.protocol()) {
            case AWS_QUERY -> new ErrorAnswer(
                    BAD_REQUEST,
                    "InvalidAction",
                    "Could not find operation " + action(request) + " for version " + service.apiVersion());
            case AWS_JSON_1_0, AWS_JSON_1_1 -> new ErrorAnswer(
                    BAD_REQUEST,
                    "UnknownOperationException",
                    "Unknown operation: "
                            + ClaimReader.header(request, "x-amz-target").orElse("no X-Amz-Target"));
            case REST_JSON_1 -> new ErrorAnswer(
                    NOT_FOUND,
                    "UnknownOperationException",
                    "Unknown operation: " + request.method() + " " + request.rawPath());
        };
    }

    private static String action(WireRequest request) {
        return Routes.form(request).first("Action").orElse("without an Action");
    }

    private static ErrorAnswer notImplemented(ServiceDescription service, Operation operation) {
        return new ErrorAnswer(
                NOT_IMPLEMENTED,
                service.protocol() == Protocol.AWS_QUERY ? "NotImplemented" : "NotImplementedException",
                "not implemented by Laguna: " + service.signingName() + ":" + operation.name());
    }

    static ErrorAnswer internal(ServiceDescription service, Call call) {
        return new ErrorAnswer(
                RefusalCodes.INTERNAL_ERROR,
                service.protocol() == Protocol.AWS_QUERY ? "InternalFailure" : "InternalServiceException",
                Destination.failureOf(call));
    }
}
