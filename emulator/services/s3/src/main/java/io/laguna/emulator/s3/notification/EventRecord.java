package io.laguna.emulator.s3.notification;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.request.RandomIds;
import io.laguna.emulator.s3.call.Owners;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The message that tells of an event.
 *
 * @param account of the bucket's owner
 * @param region in which the bucket is
 * @param configuration the id of the configuration that asks for it
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">Event message
 *     structure</a>
 */
record EventRecord(ObjectEvent event, String account, String region, String configuration) {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    static final RandomIds REQUESTS = new RandomIds("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    private static final RandomIds HOSTS =
            new RandomIds("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    private static final int HOST_LENGTH = 75;
    static final int REQUEST_LENGTH = 16;
    private static final String NO_BYTES = "d41d8cd98f00b204e9800998ecf8427e";

    String message() {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode record = message.putArray("Records")
                .addObject()
                .put("eventVersion", version())
                .put("eventSource", "aws:s3")
                .put("awsRegion", region)
                .put("eventTime", TIME.format(event.time()))
                .put("eventName", event.name().awsName());
        record.putObject("userIdentity").put("principalId", "AWS:" + account);
        record.putObject("requestParameters").put("sourceIPAddress", "127.0.0.1");
        record.putObject("responseElements")
                .put("x-amz-request-id", REQUESTS.next(REQUEST_LENGTH))
                .put("x-amz-id-2", hostId());
        ObjectNode s3 = record.putObject("s3").put("s3SchemaVersion", "1.0").put("configurationId", configuration);
        ObjectNode bucket = s3.putObject("bucket").put("name", event.bucket());
        bucket.putObject("ownerIdentity").put("principalId", Owners.of(account).id());
        bucket.put("arn", "arn:aws:s3:::" + event.bucket());
        ObjectNode object = s3.putObject("object").put("key", encoded(event.key()));
        event.size().ifPresent(size -> object.put("size", size));
        event.eTag().ifPresent(eTag -> object.put("eTag", eTag));
        if (event.name() == ObjectEvent.Name.DELETE_MARKER_CREATED) {
            object.put("eTag", NO_BYTES);
        }
        event.versionId().ifPresent(version -> object.put("versionId", version));
        if (event.name().isOfBytes()) {
            object.put("sequencer", sequencer());
        }
        return message.toString();
    }

    /** Returns the version of the message: lifecycles, ACLs and tags have a later one than what requests do to objects. */
    private String version() {
        return switch (event.name()) {
            case PUT, POST, COPY, COMPLETE_MULTIPART_UPLOAD, DELETE, DELETE_MARKER_CREATED -> "2.1";
            case EXPIRED, EXPIRED_BY_MARKER, TAGS_PUT, TAGS_DELETED, ACL_PUT -> "2.3";
        };
    }

    static String hostId() {
        return HOSTS.next(HOST_LENGTH) + "=";
    }

    /** Returns what tells which of two events of a key is the later one: the greater text. */
    String sequencer() {
        return String.format(Locale.ROOT, "%018X", event.order());
    }

    /** Returns a key as events have it: encoded as a form's value, but for the slashes. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
