package io.laguna.emulator.s3.list;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Owners;
import io.laguna.emulator.s3.call.Pages;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.object.Checksums;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.upload.ListUploadsRequest;
import io.laguna.emulator.s3.store.upload.PartPage;
import io.laguna.emulator.s3.store.upload.Upload;
import io.laguna.emulator.s3.store.upload.UploadPage;
import io.laguna.emulator.s3.store.upload.UploadedPart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.Initiator;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Part;

/** Multipart uploads in progress, and their parts. */
public final class UploadLists extends Room {
    private final BucketAccess access;

    public UploadLists(BucketAccess access) {
        this.access = access;
    }

    @Override
    public ListPartsResponse listParts(ListPartsRequest request) {
        Bucket bucket = access.bucket(request);
        int most = Pages.size("max-parts", Optional.ofNullable(request.maxParts()));
        int marker = Optional.ofNullable(request.partNumberMarker()).orElse(0);
        if (marker < 0) {
            throw Arguments.invalid(
                    "part-number-marker",
                    Integer.toString(marker),
                    "Argument part-number-marker must be an integer between 0 and 2147483647");
        }
        Upload upload = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .get(bucket.name(), request.key(), request.uploadId()));
        PartPage page = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .parts(bucket.name(), request.key(), upload.id(), OptionalInt.of(marker), most));
        Owner owner = Owners.of(access.caller().accountId());
        ListPartsResponse.Builder response = ListPartsResponse.builder()
                .bucket(bucket.name())
                .key(request.key())
                .uploadId(upload.id())
                .partNumberMarker(marker)
                .maxParts(most)
                .isTruncated(page.next().isPresent())
                .parts(page.parts().stream().map(UploadLists::shape).toList())
                .initiator(initiator(owner))
                .owner(owner)
                .storageClass(upload.begun().metadata().storageClass());
        int last = page.parts().isEmpty()
                ? 0
                : page.parts().get(page.parts().size() - 1).number();
        response.nextPartNumberMarker(last);
        upload.begun().checksum().ifPresent(algorithm -> response.checksumAlgorithm(algorithm.name())
                .checksumType(upload.begun().checksumType().name()));
        return response.build();
    }

    @Override
    public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest request) {
        Bucket bucket = access.bucket(request);
        int most = Pages.size("max-uploads", Optional.ofNullable(request.maxUploads()));
        UnaryOperator<String> encoding = UrlEncoding.asked(request);
        String marker = Optional.ofNullable(request.keyMarker()).orElse("");
        Optional<String> idMarker = Members.text(request, "UploadIdMarker").filter(id -> !marker.isEmpty());
        UploadPage page = StoreCalls.of(bucket.name(), "", () -> access.store()
                .uploads()
                .list(new ListUploadsRequest(
                        bucket.name(),
                        Optional.ofNullable(request.prefix()).orElse(""),
                        Optional.ofNullable(request.delimiter()).orElse(""),
                        marker,
                        idMarker,
                        most)));
        Owner owner = Owners.of(access.caller().accountId());
        ListMultipartUploadsResponse.Builder response = ListMultipartUploadsResponse.builder()
                .bucket(bucket.name())
                .keyMarker(encoding.apply(marker))
                .uploadIdMarker(idMarker.orElse(""))
                .maxUploads(most)
                .isTruncated(page.nextKey().isPresent())
                .uploads(page.uploads().stream()
                        .map(upload -> shape(upload, owner, encoding))
                        .toList())
                .commonPrefixes(prefixes(page.commonPrefixes(), encoding));
        Members.text(request, "Prefix").map(encoding).ifPresent(response::prefix);
        Members.text(request, "Delimiter").map(encoding).ifPresent(response::delimiter);
        Members.text(request, "EncodingType").ifPresent(response::encodingType);
        page.nextKey().map(encoding).ifPresent(response::nextKeyMarker);
        page.nextUpload().ifPresent(response::nextUploadIdMarker);
        return response.build();
    }

    static List<CommonPrefix> prefixes(List<String> prefixes, UnaryOperator<String> encoding) {
        return prefixes.stream()
                .map(prefix ->
                        CommonPrefix.builder().prefix(encoding.apply(prefix)).build())
                .toList();
    }

    private static Part shape(UploadedPart part) {
        Part.Builder shape = Part.builder()
                .partNumber(part.number())
                .lastModified(part.lastModified())
                .eTag(ETags.quoted(part.eTag()))
                .size(part.size());
        Checksums.tell(part.told(), (SdkPojo) shape);
        return shape.build();
    }

    private static MultipartUpload shape(Upload upload, Owner owner, UnaryOperator<String> encoding) {
        MultipartUpload.Builder shape = MultipartUpload.builder()
                .key(encoding.apply(upload.key()))
                .uploadId(upload.id())
                .initiated(upload.initiated())
                .storageClass(upload.begun().metadata().storageClass())
                .initiator(initiator(owner))
                .owner(owner);
        upload.begun().checksum().ifPresent(algorithm -> shape.checksumAlgorithm(algorithm.name())
                .checksumType(upload.begun().checksumType().name()));
        return shape.build();
    }

    private static Initiator initiator(Owner owner) {
        return Initiator.builder()
                .id(owner.id())
                .displayName(owner.displayName())
                .build();
    }
}
