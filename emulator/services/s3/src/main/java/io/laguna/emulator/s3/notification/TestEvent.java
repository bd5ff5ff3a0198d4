package io.laguna.emulator.s3.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.laguna.emulator.kit.request.RandomIds;
import java.time.Instant;

/**
 * The message that a queue or a topic gets when a bucket is told to notify it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
record TestEvent(String bucket, Instant time) {
    String message() {
        RandomIds request = EventRecord.REQUESTS;
        return JsonNodeFactory.instance
                .objectNode()
                .put("Service", "Amazon S3")
                .put("Event", "s3:TestEvent")
                .put("Time", EventRecord.TIME.format(time))
                .put("Bucket", bucket)
                .put("RequestId", request.next(EventRecord.REQUEST_LENGTH))
                .put("HostId", EventRecord.hostId())
                .toString();
    }
}
