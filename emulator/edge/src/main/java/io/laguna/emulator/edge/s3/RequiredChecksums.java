package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.payload.Payload;
import io.laguna.wire.Operation;
import java.util.Optional;

/**
 * The rule that a batch of deletes comes with a checksum: one flipped bit would delete something else.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
final class RequiredChecksums {
    private RequiredChecksums() {}

    static Optional<ErrorAnswer> refuse(Operation operation, Payload payload) {
        return operation.name().equals("DeleteObjects") && !payload.hasChecksum()
                ? Optional.of(new ErrorAnswer(
                        400,
                        "InvalidRequest",
                        "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"))
                : Optional.empty();
    }
}
