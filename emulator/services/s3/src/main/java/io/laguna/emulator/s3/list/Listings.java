package io.laguna.emulator.s3.list;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Owners;
import io.laguna.emulator.s3.call.Pages;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.listing.ListPage;
import io.laguna.emulator.s3.store.listing.ListRequest;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Objects in the order of their keys.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html">Listing object keys</a>
 */
public final class Listings extends Room {
    private final BucketAccess access;

    public Listings(BucketAccess access) {
        this.access = access;
    }

    @Override
    public ListObjectsResponse listObjects(ListObjectsRequest request) {
        Bucket bucket = access.bucket(request);
        int most = Pages.size("max-keys", Optional.ofNullable(request.maxKeys()));
        UnaryOperator<String> encoding = UrlEncoding.asked(request);
        String marker = Optional.ofNullable(request.marker()).orElse("");
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        Optional<String> delimiter = Members.text(request, "Delimiter");
        ListPage page = page(bucket, prefix, delimiter, marker, most);
        Optional<Owner> owner = Optional.of(owner());
        ListObjectsResponse.Builder response = ListObjectsResponse.builder()
                .name(bucket.name())
                .prefix(encoding.apply(prefix))
                .marker(encoding.apply(marker))
                .maxKeys(most)
                .isTruncated(page.next().isPresent())
                .contents(page.objects().stream()
                        .map(object -> shape(object, owner, encoding))
                        .toList())
                .commonPrefixes(UploadLists.prefixes(page.commonPrefixes(), encoding));
        delimiter.map(encoding).ifPresent(response::delimiter);
        Members.text(request, "EncodingType").ifPresent(response::encodingType);
        // Without a delimiter the last key is the marker, and is not said again.
        page.next().filter(next -> delimiter.isPresent()).map(encoding).ifPresent(response::nextMarker);
        return response.build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        Bucket bucket = access.bucket(request);
        int most = Pages.size("max-keys", Optional.ofNullable(request.maxKeys()));
        UnaryOperator<String> encoding = UrlEncoding.asked(request);
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        Optional<String> delimiter = Members.text(request, "Delimiter");
        Optional<String> token = Optional.ofNullable(request.continuationToken());
        String after = token.filter(text -> !text.isEmpty())
                .map(ContinuationTokens::key)
                .orElseGet(() -> Optional.ofNullable(request.startAfter()).orElse(""));
        ListPage page = page(bucket, prefix, delimiter, after, most);
        Optional<Owner> owner = Boolean.TRUE.equals(request.fetchOwner()) ? Optional.of(owner()) : Optional.empty();
        ListObjectsV2Response.Builder response = ListObjectsV2Response.builder()
                .name(bucket.name())
                .prefix(encoding.apply(prefix))
                .maxKeys(most)
                .keyCount(page.objects().size() + page.commonPrefixes().size())
                .isTruncated(page.next().isPresent())
                .contents(page.objects().stream()
                        .map(object -> shape(object, owner, encoding))
                        .toList())
                .commonPrefixes(UploadLists.prefixes(page.commonPrefixes(), encoding));
        delimiter.map(encoding).ifPresent(response::delimiter);
        Members.text(request, "EncodingType").ifPresent(response::encodingType);
        Members.text(request, "StartAfter").map(encoding).ifPresent(response::startAfter);
        token.ifPresent(response::continuationToken);
        page.next().map(ContinuationTokens::token).ifPresent(response::nextContinuationToken);
        return response.build();
    }

    private ListPage page(Bucket bucket, String prefix, Optional<String> delimiter, String after, int most) {
        return StoreCalls.of(bucket.name(), after, () -> access.store()
                .listings()
                .list(new ListRequest(bucket.name(), prefix, delimiter.orElse(""), after, most)));
    }

    private Owner owner() {
        return Owners.of(access.caller().accountId());
    }

    private static S3Object shape(StoredObject object, Optional<Owner> owner, UnaryOperator<String> encoding) {
        S3Object.Builder shape = S3Object.builder()
                .key(encoding.apply(object.key()))
                .lastModified(object.lastModified())
                .eTag(ETags.quoted(object.eTag()))
                .size(object.size())
                .storageClass(object.metadata().storageClass());
        owner.ifPresent(shape::owner);
        if (!object.checksums().isEmpty()) {
            shape.checksumAlgorithmWithStrings(object.checksums().stream()
                            .map(checksum -> checksum.algorithm().name())
                            .toList())
                    .checksumType(object.checksums().get(0).type().name());
        }
        return shape.build();
    }
}
