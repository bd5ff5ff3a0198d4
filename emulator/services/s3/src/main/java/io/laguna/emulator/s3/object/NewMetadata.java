package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAcls;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Locks;
import io.laguna.emulator.s3.bucket.Tags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.HttpDates;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** The metadata that a request gives a new object: PutObject, CreateMultipartUpload and CopyObject state them alike. */
public record NewMetadata(Encryption encryption, BucketAcls acls, Locks locks) {
    static final String UNTYPED = "binary/octet-stream";

    /** Members that are headers, and come back as headers. */
    static final Map<String, String> HEADERS = Map.of(
            "CacheControl", "cache-control",
            "ContentDisposition", "content-disposition",
            "ContentEncoding", "content-encoding",
            "ContentLanguage", "content-language",
            "ContentType", "content-type",
            "WebsiteRedirectLocation", "x-amz-website-redirect-location");

    static final String EXPIRES = "expires";

    private static final int MOST_METADATA_BYTES = 2048;
    private static final Set<String> STORAGE_CLASSES = Set.of(
            "STANDARD",
            "REDUCED_REDUNDANCY",
            "STANDARD_IA",
            "ONEZONE_IA",
            "INTELLIGENT_TIERING",
            "GLACIER",
            "DEEP_ARCHIVE",
            "GLACIER_IR");

    public ObjectMetadata of(SdkPojo request, Bucket bucket) {
        ObjectMetadata metadata = ObjectMetadata.NONE
                .withHeaders(headers(request))
                .withUserMetadata(userMetadata(request))
                .withTags(Tags.ofHeader(Members.text(request, "Tagging")))
                .withStorageClass(storageClass(request))
                .withEncryption(encryption.ofRequest(request, bucket.name()))
                .withAcl(acls.ofObject(request, bucket.name()));
        return locks.ofRequest(request, bucket, metadata);
    }

    static Map<String, String> headers(SdkPojo request) {
        Map<String, String> headers = new LinkedHashMap<>();
        HEADERS.forEach((member, header) -> Members.text(request, member).ifPresent(text -> headers.put(header, text)));
        headers.putIfAbsent("content-type", UNTYPED);
        Members.header(request, "Expires")
                .or(() -> Members.value(request, "Expires", Instant.class).map(HttpDates::print))
                .ifPresent(text -> headers.put(EXPIRES, text));
        return headers;
    }

    static Map<String, String> userMetadata(SdkPojo request) {
        Map<String, String> metadata = new LinkedHashMap<>();
        Members.value(request, "Metadata", Map.class).ifPresent(map -> ((Map<?, ?>) map)
                .forEach((name, value) -> metadata.put(name.toString().toLowerCase(Locale.ROOT), value.toString())));
        int size = metadata.entrySet().stream()
                .mapToInt(each -> each.getKey().length() + each.getValue().length())
                .sum();
        if (size > MOST_METADATA_BYTES) {
            throw Failure.METADATA_TOO_LARGE.exception();
        }
        return metadata;
    }

    static String storageClass(SdkPojo request) {
        Optional<String> given = Members.text(request, "StorageClass");
        if (given.isPresent() && !STORAGE_CLASSES.contains(given.get())) {
            throw Failure.INVALID_STORAGE_CLASS.exception();
        }
        return given.orElse("STANDARD");
    }
}
