package io.laguna.emulator.s3.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.event.Event;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.util.List;

/**
 * The event of an object as EventBridge gets it, of buckets that send it theirs.
 *
 * @param owner the account and the region of the bucket
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge event message structure</a>
 */
record BusEvent(ObjectEvent event, Caller owner) {
    private static final RandomIds REQUESTS = new RandomIds("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

    Event told() {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("version", "0");
        detail.putObject("bucket").put("name", event.bucket());
        ObjectNode object = detail.putObject("object").put("key", event.key());
        event.size().ifPresent(size -> object.put("size", size));
        event.eTag().ifPresent(eTag -> object.put("etag", eTag));
        event.versionId().ifPresent(version -> object.put("version-id", version));
        if (event.name().isOfBytes()) {
            object.put("sequencer", new EventRecord(event, owner.accountId(), owner.region(), "").sequencer());
        }
        detail.put("request-id", REQUESTS.next(16))
                .put("requester", owner.accountId())
                .put("source-ip-address", "127.0.0.1");
        return Event.of(
                "aws.s3", described(detail), owner, event.time(), List.of("arn:aws:s3:::" + event.bucket()), detail);
    }

    /** Adds why it has happened, and returns the type of the event. */
    private String described(ObjectNode detail) {
        return switch (event.name()) {
            case PUT -> created(detail, "PutObject");
            case POST -> created(detail, "POST Object");
            case COPY -> created(detail, "CopyObject");
            case COMPLETE_MULTIPART_UPLOAD -> created(detail, "CompleteMultipartUpload");
            case DELETE -> deleted(detail, "DeleteObject", "Permanently Deleted");
            case DELETE_MARKER_CREATED -> deleted(detail, "DeleteObject", "Delete Marker Created");
            case EXPIRED -> deleted(detail, "Lifecycle Expiration", "Permanently Deleted");
            case EXPIRED_BY_MARKER -> deleted(detail, "Lifecycle Expiration", "Delete Marker Created");
            case TAGS_PUT -> "Object Tags Added";
            case TAGS_DELETED -> "Object Tags Deleted";
            case ACL_PUT -> "Object ACL Updated";
        };
    }

    private static String created(ObjectNode detail, String reason) {
        detail.put("reason", reason);
        return "Object Created";
    }

    private static String deleted(ObjectNode detail, String reason, String type) {
        detail.put("reason", reason).put("deletion-type", type);
        return "Object Deleted";
    }
}
