package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Pages;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Checksum;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesParts;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.ObjectPart;

/** The known facts of an object, as a document. */
public final class ObjectAttributes extends Room {
    private final BucketAccess access;

    public ObjectAttributes(BucketAccess access) {
        this.access = access;
    }

    @Override
    public GetObjectAttributesResponse getObjectAttributes(GetObjectAttributesRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<String> version = Versions.named(request);
        StoredObject object = StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .get(bucket.name(), request.key(), version));
        Encryption.check(object.metadata().encryption(), request, "");
        if (request.objectAttributesAsStrings().isEmpty()) {
            throw wrong("");
        }
        GetObjectAttributesResponse.Builder response =
                GetObjectAttributesResponse.builder().lastModified(object.lastModified());
        Versions.told(bucket, object.versionId()).ifPresent(response::versionId);
        for (String attribute : request.objectAttributesAsStrings()) {
            switch (attribute) {
                case "ETag" -> response.eTag(object.eTag());
                case "Checksum" -> checksum(object).ifPresent(response::checksum);
                case "ObjectParts" -> parts(object, request).ifPresent(response::objectParts);
                case "StorageClass" -> response.storageClass(object.metadata().storageClass());
                case "ObjectSize" -> response.objectSize(object.size());
                default -> throw wrong(attribute);
            }
        }
        return response.build();
    }

    private static RuntimeException wrong(String attribute) {
        return Arguments.invalid("x-amz-object-attributes", attribute, "Invalid attribute name specified.");
    }

    private static Optional<Checksum> checksum(StoredObject object) {
        if (object.checksums().isEmpty()) {
            return Optional.empty();
        }
        Checksum.Builder checksum = Checksum.builder();
        Checksums.tell(object.checksums(), (SdkPojo) checksum);
        return Optional.of(checksum.build());
    }

    private static Optional<GetObjectAttributesParts> parts(StoredObject object, GetObjectAttributesRequest request) {
        if (object.parts().isEmpty()) {
            return Optional.empty();
        }
        int marker = Optional.ofNullable(request.partNumberMarker()).orElse(0);
        int most = Pages.size("max-parts", Optional.ofNullable(request.maxParts()));
        List<io.laguna.emulator.s3.store.object.ObjectPart> after =
                object.parts().stream().filter(part -> part.number() > marker).toList();
        List<io.laguna.emulator.s3.store.object.ObjectPart> page = after.subList(0, Math.min(most, after.size()));
        return Optional.of(GetObjectAttributesParts.builder()
                .totalPartsCount(object.parts().size())
                .partNumberMarker(marker)
                .maxParts(most)
                .isTruncated(page.size() < after.size())
                .nextPartNumberMarker(
                        page.isEmpty() ? marker : page.get(page.size() - 1).number())
                .parts(page.stream()
                        .filter(part -> !part.checksums().isEmpty())
                        .map(ObjectAttributes::shape)
                        .toList())
                .build());
    }

    private static ObjectPart shape(io.laguna.emulator.s3.store.object.ObjectPart part) {
        ObjectPart.Builder shape =
                ObjectPart.builder().partNumber(part.number()).size(part.size());
        Checksums.tell(part.checksums(), (SdkPojo) shape);
        return shape.build();
    }
}
