package io.laguna.emulator.redshift.load;

import io.laguna.redshift.wire.message.SqlFailure;
import java.io.IOException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The refusal of a call of S3, in Redshift's words. */
final class S3Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient String context;

    private S3Refused(String message, String context, Throwable cause) {
        super(message, cause);
        this.context = context;
    }

    /** @param context what was called: {@code Listing bucket=b prefix=p} */
    static S3Refused of(SdkException refusal, String context) {
        if (refusal instanceof S3Exception s3 && s3.awsErrorDetails() != null) {
            return new S3Refused(
                    "S3ServiceException:" + s3.awsErrorDetails().errorMessage() + ",Status " + s3.statusCode()
                            + ",Error " + s3.awsErrorDetails().errorCode() + ",Rid " + s3.requestId(),
                    context,
                    refusal);
        }
        return new S3Refused("S3ServiceException:" + refusal.getMessage(), context, refusal);
    }

    static S3Refused of(String message, String context) {
        return new S3Refused(message, context, null);
    }

    SqlFailure failure() {
        return new SqlFailure("XX000", getMessage())
                .with('D', Detail.of(getMessage(), Detail.REQUEST, context, "s3_utility.cpp:540"));
    }
}
