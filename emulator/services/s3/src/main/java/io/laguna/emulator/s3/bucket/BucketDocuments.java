package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** The documents of buckets, as the SDK's shapes, and buckets as they are made with them. */
public record BucketDocuments(Store store) {
    /** A kind of document, with the name under which it is kept. */
    public enum Kind {
        ACCELERATION("acceleration"),
        ACL("acl"),
        ANALYTICS("analytics"),
        CORS("cors"),
        ENCRYPTION("encryption"),
        INTELLIGENT_TIERING("intelligent-tiering"),
        INVENTORY("inventory"),
        LIFECYCLE("lifecycle"),
        LIFECYCLE_MINIMUM("lifecycle-minimum"),
        LOGGING("logging"),
        METRICS("metrics"),
        NOTIFICATION("notification"),
        OBJECT_LOCK("object-lock"),
        OWNERSHIP_CONTROLS("ownership-controls"),
        POLICY("policy"),
        PUBLIC_ACCESS_BLOCK("public-access-block"),
        REQUEST_PAYMENT("request-payment"),
        TAGGING("tagging"),
        WEBSITE("website");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    /** Makes a bucket with its documents in one step. */
    void create(String bucket, String region, boolean objectLock, Map<Kind, String> texts) {
        Map<String, String> named =
                texts.entrySet().stream().collect(Collectors.toMap(each -> each.getKey().name, Map.Entry::getValue));
        StoreCalls.of(bucket, "", () -> store.buckets().create(bucket, Optional.of(region), objectLock, named));
    }

    public <T> Optional<T> read(String bucket, Kind kind, SdkBuilder<?, T> builder) {
        return text(bucket, kind).map(text -> ShapeJson.read(text, builder));
    }

    public void write(String bucket, Kind kind, SdkPojo document) {
        writeText(bucket, kind, ShapeJson.write(document));
    }

    public Optional<String> text(String bucket, Kind kind) {
        return StoreCalls.of(bucket, "", () -> store.buckets().document(bucket, kind.name));
    }

    public void writeText(String bucket, Kind kind, String text) {
        StoreCalls.of(bucket, "", () -> {
            store.buckets().putDocument(bucket, kind.name, text);
            return text;
        });
    }

    /** Changes a document that depends on what it was: nobody changes it between. */
    public void change(String bucket, Kind kind, UnaryOperator<Optional<String>> change) {
        StoreCalls.of(bucket, "", () -> {
            store.buckets().changeDocument(bucket, kind.name, change);
            return bucket;
        });
    }

    public void remove(String bucket, Kind kind) {
        StoreCalls.of(bucket, "", () -> {
            store.buckets().removeDocument(bucket, kind.name);
            return bucket;
        });
    }
}
