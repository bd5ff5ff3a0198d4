package io.laguna.emulator.s3.kept;

import io.laguna.emulator.s3.call.Failure;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** Checks of documents against S3's description of them. */
final class Documents {
    private static final String UNKNOWN = "UNKNOWN_TO_SDK_VERSION";

    private Documents() {}

    /** Returns a document that has each required member, at every depth. */
    static <T extends SdkPojo> T whole(Optional<T> document) {
        T given = document.orElseThrow(Failure.MALFORMED_XML::exception);
        requireMembers(given);
        return given;
    }

    private static void requireMembers(SdkPojo shape) {
        for (SdkField<?> field : shape.sdkFields()) {
            if (field.containsTrait(RequiredTrait.class) && !isGiven(field, shape)) {
                throw Failure.MALFORMED_XML.exception();
            }
            Object value = field.getValueOrDefault(shape);
            if (value instanceof SdkPojo inner) {
                requireMembers(inner);
            }
            if (value instanceof Collection<?> list) {
                list.stream()
                        .filter(SdkPojo.class::isInstance)
                        .map(SdkPojo.class::cast)
                        .forEach(Documents::requireMembers);
            }
        }
    }

    /** Refuses a value that is none of those that S3 knows. A member that is missing is none to check. */
    static void requireKnown(Optional<? extends Enum<?>> value) {
        if (value.filter(each -> each.name().equals(UNKNOWN)).isPresent()) {
            throw Failure.MALFORMED_XML.exception();
        }
    }

    /** Refuses a filter that does not have exactly one member: a prefix, a tag, or {@code And}. */
    static void requireOneMember(SdkPojo filter) {
        if (filter.sdkFields().stream().filter(field -> isGiven(field, filter)).count() != 1) {
            throw Failure.MALFORMED_XML.exception();
        }
    }

    private static boolean isGiven(SdkField<?> field, SdkPojo shape) {
        Object value = field.getValueOrDefault(shape);
        return value != null && !(value instanceof SdkAutoConstructList);
    }

    /** Refuses a destination that is not the ARN of a bucket. */
    static void requireBucketArn(String arn) {
        if (!arn.matches("arn:aws[a-z-]*:s3:::[a-z0-9.-]{3,63}")) {
            throw refused("Invalid bucket ARN.");
        }
    }

    static AwsServiceException refused(String message) {
        return Failure.INVALID_ARGUMENT.exception(message);
    }
}
