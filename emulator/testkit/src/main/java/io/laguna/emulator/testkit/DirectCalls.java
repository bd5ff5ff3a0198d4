package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.wire.Rooms;
import io.laguna.wire.ServiceDescription;
import io.laguna.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A service that is asked without HTTP. */
record DirectCalls(Rooms<?> rooms, ServiceDescription description) {
    /** Returns a request for each operation that the service supports. */
    List<SampleRequest> supported() {
        return rooms.operations().stream()
                .map(description.operations()::get)
                .map(SampleRequest::new)
                .toList();
    }

    /**
     * Returns the HTTP status with which a request is refused; empty when it is answered.
     *
     * @throws AssertionError when the service throws what is no exception of AWS's
     */
    Optional<Integer> refusal(SampleRequest request, Map<String, String> texts) {
        try {
            assertThat(rooms.call(request.operation(), request.with(texts))).isPresent();
            return Optional.empty();
        } catch (AwsServiceException e) {
            return Optional.of(new Wire(description).encodeFailure(e, "request").status());
        } catch (RuntimeException e) {
            throw new AssertionError(request.operation() + " with " + texts + " ended in " + e, e);
        }
    }
}
