package io.laguna.emulator.sts;

import io.laguna.emulator.kit.request.MemberConstraints;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The constraints of a request's members, as the API reference lists them under each member. All violations are told at
 * once, in the words of AWS.
 */
final class Constraints extends MemberConstraints<Constraints> {
    /** The form of the name of a session, or of the person behind it. */
    static final Pattern NAME = Pattern.compile("[\\w+=,.@-]*");

    private static final int BAD_REQUEST = 400;

    public Constraints() {
        super(Integer.MAX_VALUE, message -> failure("ValidationError", BAD_REQUEST, message));
    }

    @Override
    protected Constraints self() {
        return this;
    }

    /** Returns an error that STS's model does not name. */
    static StsException failure(String code, int status, String message) {
        return (StsException) StsException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    static RoleArn role(String text) {
        return Optional.ofNullable(text)
                .flatMap(RoleArn::parse)
                .orElseThrow(() -> failure("ValidationError", BAD_REQUEST, text + " is invalid"));
    }
}
