package io.laguna.emulator.s3.list;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Owners;
import io.laguna.emulator.s3.call.Pages;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.listing.ListVersionsRequest;
import io.laguna.emulator.s3.store.listing.ListedVersion;
import io.laguna.emulator.s3.store.listing.VersionPage;
import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Owner;

/** The lists of all versions of all keys. */
public final class VersionLists extends Room {
    private final BucketAccess access;

    public VersionLists(BucketAccess access) {
        this.access = access;
    }

    @Override
    public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
        Bucket bucket = access.bucket(request);
        int most = Pages.size("max-keys", Optional.ofNullable(request.maxKeys()));
        UnaryOperator<String> encoding = UrlEncoding.asked(request);
        String marker = Optional.ofNullable(request.keyMarker()).orElse("");
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        Optional<String> idMarker = Members.text(request, "VersionIdMarker");
        if (idMarker.isPresent() && marker.isEmpty()) {
            throw Arguments.invalid(
                    "version-id-marker",
                    idMarker.get(),
                    "A version-id marker cannot be specified without a key marker.");
        }
        VersionPage page = StoreCalls.of(bucket.name(), marker, () -> access.store()
                .listings()
                .versions(new ListVersionsRequest(
                        bucket.name(),
                        prefix,
                        Optional.ofNullable(request.delimiter()).orElse(""),
                        marker,
                        idMarker,
                        most)));
        List<ObjectVersion> versions = new ArrayList<>();
        List<DeleteMarkerEntry> markers = new ArrayList<>();
        Owner owner = Owners.of(access.caller().accountId());
        for (ListedVersion each : page.versions()) {
            if (each.version() instanceof StoredObject object) {
                versions.add(shape(object, each.latest(), owner, encoding));
            } else if (each.version() instanceof DeleteMarker gone) {
                markers.add(shape(gone, each.latest(), owner, encoding));
            }
        }
        ListObjectVersionsResponse.Builder response = ListObjectVersionsResponse.builder()
                .name(bucket.name())
                .prefix(encoding.apply(prefix))
                .keyMarker(encoding.apply(marker))
                .versionIdMarker(idMarker.orElse(""))
                .maxKeys(most)
                .isTruncated(page.nextKey().isPresent())
                .versions(versions)
                .deleteMarkers(markers)
                .commonPrefixes(UploadLists.prefixes(page.commonPrefixes(), encoding));
        Members.text(request, "Delimiter").map(encoding).ifPresent(response::delimiter);
        Members.text(request, "EncodingType").ifPresent(response::encodingType);
        page.nextKey().map(encoding).ifPresent(response::nextKeyMarker);
        page.nextVersion().ifPresent(response::nextVersionIdMarker);
        return response.build();
    }

    private static ObjectVersion shape(
            StoredObject object, boolean latest, Owner owner, UnaryOperator<String> encoding) {
        ObjectVersion.Builder shape = ObjectVersion.builder()
                .key(encoding.apply(object.key()))
                .versionId(object.versionId())
                .isLatest(latest)
                .lastModified(object.lastModified())
                .eTag(ETags.quoted(object.eTag()))
                .size(object.size())
                .storageClass(object.metadata().storageClass())
                .owner(owner);
        if (!object.checksums().isEmpty()) {
            shape.checksumAlgorithmWithStrings(object.checksums().stream()
                            .map(checksum -> checksum.algorithm().name())
                            .toList())
                    .checksumType(object.checksums().get(0).type().name());
        }
        return shape.build();
    }

    private static DeleteMarkerEntry shape(
            DeleteMarker marker, boolean latest, Owner owner, UnaryOperator<String> encoding) {
        return DeleteMarkerEntry.builder()
                .key(encoding.apply(marker.key()))
                .versionId(marker.versionId())
                .isLatest(latest)
                .lastModified(marker.lastModified())
                .owner(owner)
                .build();
    }
}
