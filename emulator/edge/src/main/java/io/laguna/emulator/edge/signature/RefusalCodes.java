package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.answer.ErrorAnswer;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import io.laguna.wire.Protocol;

/**
 * The error codes of AWS for a refusal: each protocol has its own names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error codes</a>
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html">the others' common errors</a>
 */
public final class RefusalCodes {
    private static final int BAD_REQUEST = 400;
    public static final int FORBIDDEN = 403;
    public static final int INTERNAL_ERROR = 500;

    private RefusalCodes() {}

    public static ErrorAnswer ofS3(Refusal refusal) {
        return switch (refusal.reason()) {
            case MISSING_TOKEN -> new ErrorAnswer(FORBIDDEN, "AccessDenied", "Access Denied");
            case INCOMPLETE_SIGNATURE -> new ErrorAnswer(
                    BAD_REQUEST, "AuthorizationHeaderMalformed", refusal.getMessage());
            case INCOMPLETE_QUERY -> new ErrorAnswer(
                    BAD_REQUEST, "AuthorizationQueryParametersError", refusal.getMessage());
            case OUTDATED_SIGNATURE, MISSING_HASH -> new ErrorAnswer(
                    BAD_REQUEST, "InvalidRequest", refusal.getMessage());
            case UNKNOWN_KEY -> new ErrorAnswer(
                    FORBIDDEN,
                    "InvalidAccessKeyId",
                    "The AWS Access Key Id you provided does not exist in our records.");
            case WRONG_SIGNATURE -> new ErrorAnswer(
                    FORBIDDEN,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and"
                            + " signing method.");
            case WRONG_SCOPE -> new ErrorAnswer(BAD_REQUEST, "AuthorizationHeaderMalformed", refusal.getMessage());
            case SKEWED_CLOCK -> new ErrorAnswer(
                    FORBIDDEN,
                    "RequestTimeTooSkewed",
                    "The difference between the request time and the current time is too large.");
            case EXPIRED_URL, UNSIGNED_HEADERS -> new ErrorAnswer(FORBIDDEN, "AccessDenied", refusal.getMessage());
            case INVALID_TOKEN -> new ErrorAnswer(
                    BAD_REQUEST, "InvalidToken", "The provided token is malformed or otherwise invalid.");
            case EXPIRED_TOKEN -> new ErrorAnswer(BAD_REQUEST, "ExpiredToken", "The provided token has expired.");
            case CHANGED_BODY -> new ErrorAnswer(BAD_REQUEST, "XAmzContentSHA256Mismatch", refusal.getMessage());
        };
    }

    public static ErrorAnswer of(Protocol protocol, Refusal refusal) {
        return switch (protocol) {
            case AWS_QUERY -> ofQuery(refusal);
            case AWS_JSON_1_0, AWS_JSON_1_1 -> new ErrorAnswer(
                    BAD_REQUEST, jsonCode(refusal.reason()), refusal.getMessage());
            case REST_XML -> ofS3(refusal);
            case REST_JSON_1 -> new ErrorAnswer(FORBIDDEN, jsonCode(refusal.reason()), refusal.getMessage());
        };
    }

    private static ErrorAnswer ofQuery(Refusal refusal) {
        String message = refusal.getMessage();
        return switch (refusal.reason()) {
            case MISSING_TOKEN -> new ErrorAnswer(FORBIDDEN, "MissingAuthenticationToken", message);
            case INCOMPLETE_SIGNATURE, INCOMPLETE_QUERY, OUTDATED_SIGNATURE, MISSING_HASH -> new ErrorAnswer(
                    BAD_REQUEST, "IncompleteSignature", message);
            case UNKNOWN_KEY, INVALID_TOKEN -> new ErrorAnswer(FORBIDDEN, "InvalidClientTokenId", message);
            case EXPIRED_TOKEN -> new ErrorAnswer(FORBIDDEN, "ExpiredToken", message);
            case WRONG_SIGNATURE,
                    WRONG_SCOPE,
                    SKEWED_CLOCK,
                    EXPIRED_URL,
                    UNSIGNED_HEADERS,
                    CHANGED_BODY -> new ErrorAnswer(FORBIDDEN, "SignatureDoesNotMatch", message);
        };
    }

    private static String jsonCode(Reason reason) {
        return switch (reason) {
            case MISSING_TOKEN -> "MissingAuthenticationTokenException";
            case INCOMPLETE_SIGNATURE,
                    INCOMPLETE_QUERY,
                    OUTDATED_SIGNATURE,
                    MISSING_HASH -> "IncompleteSignatureException";
            case UNKNOWN_KEY, INVALID_TOKEN -> "UnrecognizedClientException";
            case EXPIRED_TOKEN -> "ExpiredTokenException";
            case WRONG_SIGNATURE,
                    WRONG_SCOPE,
                    SKEWED_CLOCK,
                    EXPIRED_URL,
                    UNSIGNED_HEADERS,
                    CHANGED_BODY -> "InvalidSignatureException";
        };
    }
}
