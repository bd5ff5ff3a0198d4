package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Objects that are made of others. */
public final class ObjectCopies extends Room {
    private final BucketAccess access;
    private final NewMetadata metadata;
    private final SourceObjects sources;

    public ObjectCopies(BucketAccess access, NewMetadata metadata) {
        this.access = access;
        this.metadata = metadata;
        this.sources = new SourceObjects(access);
    }

    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest request) {
        Bucket bucket = access.bucket(request);
        String key = Optional.ofNullable(request.destinationKey()).orElse("");
        CopySource source = CopySource.of(request);
        checkDirectives(request);
        Set<ChecksumAlgorithm> checksums =
                Checksums.algorithm(request).map(Set::of).orElseGet(Set::of);
        Conditions conditions = Conditions.of(request, "");
        try (OpenObject open = sources.open(request, source)) {
            if (open.object().size() > ObjectWrites.MOST_BYTES) {
                throw Failure.INVALID_REQUEST.exception(
                        "The specified copy source is larger than the maximum allowable size for a copy source: 5368709120");
            }
            boolean same = source.bucket().equals(bucket.name()) && source.key().equals(key);
            if (same && source.versionId().isEmpty() && !changes(request)) {
                throw Failure.INVALID_REQUEST.exception(
                        "This copy request is illegal because it is trying to copy an object"
                                + " to itself without changing the object's metadata, storage class, website redirect location or"
                                + " encryption attributes.");
            }
            NewObject target = new NewObject(bucket.name(), key, copied(request, bucket, open.object()), checksums);
            StoredObject stored = StoreCalls.of(bucket.name(), key, () -> access.store()
                    .objects()
                    .copy(open, target, (written, current) -> conditions.checkWrite(key, current)));
            return response(bucket, source, open.object(), stored);
        }
    }

    private CopyObjectResponse response(Bucket bucket, CopySource source, StoredObject from, StoredObject stored) {
        CopyObjectResult.Builder result =
                CopyObjectResult.builder().eTag(ETags.quoted(stored.eTag())).lastModified(stored.lastModified());
        Checksums.tell(stored.checksums(), (SdkPojo) result);
        CopyObjectResponse.Builder response = CopyObjectResponse.builder().copyObjectResult(result.build());
        Versions.made(bucket, stored.versionId()).ifPresent(response::versionId);
        access.store()
                .buckets()
                .find(source.bucket())
                .flatMap(each -> Versions.told(each, from.versionId()))
                .ifPresent(response::copySourceVersionId);
        Encryption.tell(stored.metadata().encryption(), (SdkPojo) response);
        return response.build();
    }

    /** The source's metadata and tags, or the request's; all else is the request's. */
    private ObjectMetadata copied(CopyObjectRequest request, Bucket bucket, StoredObject source) {
        ObjectMetadata asked = metadata.of(request, bucket);
        ObjectMetadata result = asked;
        if (request.metadataDirective() != MetadataDirective.REPLACE) {
            result = result.withHeaders(keptHeaders(asked, source.metadata()))
                    .withUserMetadata(source.metadata().userMetadata());
        }
        return request.taggingDirective() == TaggingDirective.REPLACE
                ? result
                : result.withTags(source.metadata().tags());
    }

    /** A redirect is never copied. */
    private static Map<String, String> keptHeaders(ObjectMetadata asked, ObjectMetadata source) {
        String redirect = NewMetadata.HEADERS.get("WebsiteRedirectLocation");
        Map<String, String> headers = new LinkedHashMap<>(source.headers());
        headers.remove(redirect);
        Optional.ofNullable(asked.headers().get(redirect)).ifPresent(text -> headers.put(redirect, text));
        return headers;
    }

    private static boolean changes(CopyObjectRequest request) {
        return request.metadataDirective() == MetadataDirective.REPLACE
                || Members.text(request, "StorageClass").isPresent()
                || Members.text(request, "WebsiteRedirectLocation").isPresent()
                || Members.text(request, "ServerSideEncryption").isPresent()
                || Members.text(request, "SSECustomerKeyMD5").isPresent()
                || Members.text(request, "ChecksumAlgorithm").isPresent();
    }

    private static void checkDirectives(CopyObjectRequest request) {
        if (request.metadataDirective() == MetadataDirective.UNKNOWN_TO_SDK_VERSION) {
            throw Arguments.invalid(
                    "x-amz-metadata-directive", request.metadataDirectiveAsString(), "Unknown metadata directive.");
        }
        if (request.taggingDirective() == TaggingDirective.UNKNOWN_TO_SDK_VERSION) {
            throw Arguments.invalid(
                    "x-amz-tagging-directive", request.taggingDirectiveAsString(), "Unknown tagging directive.");
        }
    }
}
