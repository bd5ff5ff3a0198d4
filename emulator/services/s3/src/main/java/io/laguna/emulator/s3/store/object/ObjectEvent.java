package io.laguna.emulator.s3.store.object;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The event that an object has come, has changed or has gone.
 *
 * @param size in bytes; of created objects only
 * @param eTag without quotes; of objects that are there
 * @param versionId nothing on a bucket that was never versioned
 * @param order later events of a key's bytes have greater ones; 0 of others
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
        POST("ObjectCreated:Post"),
        COPY("ObjectCreated:Copy"),
        COMPLETE_MULTIPART_UPLOAD("ObjectCreated:CompleteMultipartUpload"),
        DELETE("ObjectRemoved:Delete"),
        DELETE_MARKER_CREATED("ObjectRemoved:DeleteMarkerCreated"),
        EXPIRED("LifecycleExpiration:Delete"),
        EXPIRED_BY_MARKER("LifecycleExpiration:DeleteMarkerCreated"),
        TAGS_PUT("ObjectTagging:Put"),
        TAGS_DELETED("ObjectTagging:Delete"),
        ACL_PUT("ObjectAcl:Put");

        private final String awsName;

        Name(String awsName) {
            this.awsName = awsName;
        }

        /** Returns the name, such as {@code ObjectCreated:Put}. */
        public String awsName() {
            return awsName;
        }

        /** Tells whether bytes have come or gone, and not only what is known about them has changed. */
        public boolean isOfBytes() {
            return switch (this) {
                case TAGS_PUT, TAGS_DELETED, ACL_PUT -> false;
                default -> true;
            };
        }
    }
}
