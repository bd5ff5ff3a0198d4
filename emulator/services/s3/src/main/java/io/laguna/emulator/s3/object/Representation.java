package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.HttpDates;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.net.URLConnection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;

/** An object as GetObject and HeadObject answer it, but for its bytes. */
record Representation(Bucket bucket, StoredObject object) {
    /** Members of requests that put something else in the place of a header. */
    private static final Map<String, String> OVERRIDES = Map.of(
            "ResponseCacheControl", "CacheControl",
            "ResponseContentDisposition", "ContentDisposition",
            "ResponseContentEncoding", "ContentEncoding",
            "ResponseContentLanguage", "ContentLanguage",
            "ResponseContentType", "ContentType");

    /** The header as it was given, which need not be a date. */
    private static final String EXPIRES_TEXT = "ExpiresString";

    /**
     * Tells what the object is.
     *
     * @param part of its bytes; empty for all
     */
    void tell(SdkPojo builder, Optional<Ranges> part) {
        ObjectMetadata metadata = object.metadata();
        Members.set(builder, "ETag", ETags.quoted(object.eTag()));
        Members.set(builder, "LastModified", object.lastModified());
        Members.set(builder, "AcceptRanges", "bytes");
        Members.set(builder, "ContentLength", part.map(Ranges::length).orElse(object.size()));
        part.ifPresent(each -> Members.set(builder, "ContentRange", each.contentRange()));
        Versions.told(bucket, object.versionId()).ifPresent(id -> Members.set(builder, "VersionId", id));
        Members.set(builder, "Metadata", metadata.userMetadata());
        if (!metadata.storageClass().equals("STANDARD")) {
            Members.set(builder, "StorageClass", metadata.storageClass());
        }
        if (!metadata.tags().isEmpty()) {
            Members.set(builder, "TagCount", metadata.tags().size());
        }
        headers(builder, metadata.headers());
        Members.set(builder, "ContentType", contentType(metadata.headers()));
        Encryption.tell(metadata.encryption(), builder);
        metadata.retention().ifPresent(retention -> {
            Members.set(builder, "ObjectLockMode", retention.mode());
            Members.set(builder, "ObjectLockRetainUntilDate", retention.until());
        });
        metadata.legalHold()
                .ifPresent(held -> Members.set(
                        builder,
                        "ObjectLockLegalHoldStatus",
                        (held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF).toString()));
    }

    private static void headers(SdkPojo builder, Map<String, String> headers) {
        NewMetadata.HEADERS.forEach((member, header) ->
                Optional.ofNullable(headers.get(header)).ifPresent(text -> Members.set(builder, member, text)));
        Optional.ofNullable(headers.get(NewMetadata.EXPIRES))
                .ifPresent(text -> Members.set(builder, EXPIRES_TEXT, text));
    }

    /** Returns the type that was given. A file that was copied in by hand has that of its name, as {@code aws s3 cp} gives it. */
    private String contentType(Map<String, String> headers) {
        return Optional.ofNullable(headers.get("content-type"))
                .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(object.key())))
                .orElse(NewMetadata.UNTYPED);
    }

    /** Sets the headers that a request wants in the place of those that are kept. */
    static void override(SdkPojo request, SdkPojo builder) {
        OVERRIDES.forEach(
                (asked, member) -> Members.text(request, asked).ifPresent(text -> Members.set(builder, member, text)));
        Members.value(request, "ResponseExpires", Instant.class)
                .ifPresent(time -> Members.set(builder, EXPIRES_TEXT, HttpDates.print(time)));
    }
}
