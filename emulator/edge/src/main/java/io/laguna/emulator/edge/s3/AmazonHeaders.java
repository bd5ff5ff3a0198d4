package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.wire.Operation;
import io.laguna.wire.WireRequest;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for headers of AWS's own. One that its operation has no member for would be taken and dropped: it is
 * refused, as S3 refuses encryption where it makes no sense.
 */
final class AmazonHeaders {
    private static final String PREFIX = "x-amz-";
    private static final String CHECKSUM = "x-amz-checksum-";

    /** The headers that are about the request itself: its signature, its body, its client. */
    private static final Set<String> OF_REQUESTS = Set.of(
            "x-amz-algorithm",
            "x-amz-credential",
            "x-amz-date",
            "x-amz-expires",
            "x-amz-signature",
            "x-amz-signedheaders",
            "x-amz-content-sha256",
            "x-amz-decoded-content-length",
            "x-amz-security-token",
            "x-amz-sdk-checksum-algorithm",
            "x-amz-trailer",
            "x-amz-te",
            "x-amz-user-agent",
            "x-amz-request-payer",
            "x-amz-s3session-token",
            "x-amz-api-version",
            "x-amz-account-id");

    private AmazonHeaders() {}

    static Optional<ErrorAnswer> refuse(Operation operation, WireRequest request) {
        return request.headers().keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !OF_REQUESTS.contains(name) && !name.startsWith(CHECKSUM))
                .filter(name -> !operation.takesHeader(name))
                .findFirst()
                .map(name ->
                        new ErrorAnswer(400, "InvalidArgument", name + " header is not supported for this operation."));
    }
}
