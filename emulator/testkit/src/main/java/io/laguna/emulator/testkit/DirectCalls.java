package io.laguna.emulator.testkit;

import io.laguna.wire.Operation;
import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** A service that is asked without HTTP. */
record DirectCalls(Rooms<?> rooms, ServiceDescription description) {
    /** How a service refuses a request. */
    record Refusal(int status, String code) {}

    /** Returns a request for each operation that the service supports. */
    List<SampleRequest> supported() {
        return rooms.operations().stream()
                .map(description.operations()::get)
                .map(SampleRequest::new)
                .toList();
    }

    /** Returns the answer to a request; empty when nobody answers this operation. */
    Optional<SdkPojo> answer(SdkPojo request) {
        return rooms.call(operation(request), request);
    }

    /** The SDK does not spell the names of its types as the names on the wire: {@code CreatePersistentAppUI}. */
    private Operation operation(SdkPojo request) {
        return description.operations().values().stream()
                .filter(operation -> operation.name().equalsIgnoreCase(new TypedRequest(request).operation()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns how a request is refused; empty when it is answered.
     *
     * @throws AssertionError when the service throws what is no exception of AWS's
     */
    Optional<Refusal> refusal(SdkPojo request) {
        try {
            if (answer(request).isEmpty()) {
                throw new AssertionError("Nobody answers " + request);
            }
            return Optional.empty();
        } catch (AwsServiceException e) {
            return Optional.of(new Refusal(
                    new Wire(description).encodeFailure(e, "request").status(),
                    e.getClass().getSimpleName()));
        } catch (RuntimeException e) {
            throw new AssertionError(request + " ended in " + e, e);
        }
    }

    /** Returns the HTTP status with which a request of texts is refused; empty when it is answered. */
    Optional<Integer> refusal(SampleRequest request, Map<String, String> texts) {
        return refusal(request.with(texts)).map(Refusal::status);
    }
}
