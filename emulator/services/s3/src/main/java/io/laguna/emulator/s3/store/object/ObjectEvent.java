package io.laguna.emulator.s3.store.object;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The event that an object has come or gone.
 *
 * @param size in bytes; of created objects only
 * @param eTag without quotes; of created objects only
 * @param versionId nothing on a bucket that was never versioned
 * @param order later events of a key have greater ones
 */
public record ObjectEvent(
        Name name,
        String bucket,
        String key,
        OptionalLong size,
        Optional<String> eTag,
        Optional<String> versionId,
        long order,
        Instant time) {
    /**
     * The name that S3's notifications have for the event.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">Event
     *     types</a>
     */
    public enum Name {
        PUT("ObjectCreated:Put"),
        COPY("ObjectCreated:Copy"),
        COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload"),
        DELETE("ObjectRemoved:Delete"),
        DELETE_MARKER_CREATED("ObjectRemoved:DeleteMarkerCreated"),
        EXPIRED("LifecycleExpiration:Delete"),
        EXPIRED_BY_MARKER("LifecycleExpiration:DeleteMarkerCreated");

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
