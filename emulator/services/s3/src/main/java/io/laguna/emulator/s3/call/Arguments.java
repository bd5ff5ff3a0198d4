package io.laguna.emulator.s3.call;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Arguments that S3 refuses. */
public final class Arguments {
    private Arguments() {}

    public static AwsServiceException invalid(String name, String value, String message) {
        return Failure.INVALID_ARGUMENT.exception(message, Map.of("ArgumentName", name, "ArgumentValue", value));
    }
}
