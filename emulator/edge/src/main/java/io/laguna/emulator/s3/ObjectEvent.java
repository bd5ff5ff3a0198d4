package io.laguna.emulator.s3;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The event that an object has come or gone.
 *
 * @param name as S3's notifications name it, such as {@code ObjectCreated:Put}
 *     (https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html)
 * @param size in bytes; of created objects only
 * @param eTag without quotes; of created objects only
 */
public record ObjectEvent(
        Name name, String bucket, String key, OptionalLong size, Optional<String> eTag, Instant time) {
    /** The name of an event in S3's notifications. */
    public enum Name {
        PUT("ObjectCreated:Put"),
        COPY("ObjectCreated:Copy"),
        COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload"),
        DELETE("ObjectRemoved:Delete"),
        DELETE_MARKER_CREATED("ObjectRemoved:DeleteMarkerCreated");

        private final String awsName;

        Name(String awsName) {
            this.awsName = awsName;
        }

        /** Returns the name, such as {@code ObjectCreated:Put}. */
        public String awsName() {
            return awsName;
        }
    }
}
