package io.laguna.emulator.s3.upload;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.object.Checksums;
import io.laguna.emulator.s3.object.Conditions;
import io.laguna.emulator.s3.object.CopySource;
import io.laguna.emulator.s3.object.NewMetadata;
import io.laguna.emulator.s3.object.ObjectWrites;
import io.laguna.emulator.s3.object.SourceObjects;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ChecksumAlgorithm;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.ObjectMetadata;
import io.laguna.emulator.s3.store.object.OpenObject;
import io.laguna.emulator.s3.store.upload.NewUpload;
import io.laguna.emulator.s3.store.upload.Upload;
import io.laguna.emulator.s3.store.upload.UploadedPart;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyPartResult;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.UploadPartCopyRequest;
import software.amazon.awssdk.services.s3.model.UploadPartCopyResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Multipart uploads, up to the last part.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Uploading and copying objects using
 *     multipart upload</a>
 */
public final class MultipartUploads extends Room {
    private static final int MOST_PARTS = 10_000;

    private final BucketAccess access;
    private final NewMetadata metadata;
    private final SourceObjects sources;

    public MultipartUploads(BucketAccess access, NewMetadata metadata) {
        this.access = access;
        this.metadata = metadata;
        this.sources = new SourceObjects(access);
    }

    @Override
    public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<ChecksumAlgorithm> checksum = Checksums.algorithm(request);
        ChecksumType type = UploadChecksums.type(checksum, request);
        ObjectMetadata said = metadata.of(request, bucket);
        Upload upload = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .create(new NewUpload(bucket.name(), request.key(), said, checksum, type, Map.of())));
        CreateMultipartUploadResponse.Builder response = CreateMultipartUploadResponse.builder()
                .bucket(bucket.name())
                .key(request.key())
                .uploadId(upload.id());
        checksum.ifPresent(each -> response.checksumAlgorithm(each.name()).checksumType(type.name()));
        Encryption.tell(said.encryption(), (SdkPojo) response);
        return response.build();
    }

    @Override
    public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
        Bucket bucket = access.bucket(request);
        int number = number(request.partNumber());
        Upload upload = upload(bucket, request.key(), request.uploadId());
        checkKey(upload, request);
        Checksums checksums = Checksums.of(request);
        UploadChecksums.checkPart(upload, checksums);
        UploadedPart part = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .putPart(
                        bucket.name(),
                        request.key(),
                        upload.id(),
                        number,
                        body.contentStreamProvider().newStream(),
                        ObjectWrites.length(body),
                        checksums.asked(),
                        (written, current) -> checksums.check(written)));
        UploadPartResponse.Builder response = UploadPartResponse.builder().eTag(ETags.quoted(part.eTag()));
        Checksums.tell(part.told(), (SdkPojo) response);
        Encryption.tell(upload.begun().metadata().encryption(), (SdkPojo) response);
        return response.build();
    }

    @Override
    public UploadPartCopyResponse uploadPartCopy(UploadPartCopyRequest request) {
        Bucket bucket = access.bucket(request);
        String key = Optional.ofNullable(request.destinationKey()).orElse("");
        int number = number(request.partNumber());
        Upload upload = upload(bucket, key, request.uploadId());
        checkKey(upload, request);
        CopySource source = CopySource.of(request);
        try (OpenObject open = sources.open(request, source)) {
            long size = open.object().size();
            CopyRange range = Members.text(request, "CopySourceRange")
                    .map(header -> CopyRange.parse(header, size))
                    .orElseGet(() -> new CopyRange(0, size));
            UploadedPart part = StoreCalls.of(bucket.name(), key, () -> access.store()
                    .uploads()
                    .copyPart(bucket.name(), key, upload.id(), number, open, range.start(), range.length()));
            CopyPartResult.Builder result =
                    CopyPartResult.builder().eTag(ETags.quoted(part.eTag())).lastModified(part.lastModified());
            Checksums.tell(part.told(), (SdkPojo) result);
            UploadPartCopyResponse.Builder response =
                    UploadPartCopyResponse.builder().copyPartResult(result.build());
            access.store()
                    .buckets()
                    .find(source.bucket())
                    .flatMap(each -> Versions.told(each, open.object().versionId()))
                    .ifPresent(response::copySourceVersionId);
            Encryption.tell(upload.begun().metadata().encryption(), (SdkPojo) response);
            return response.build();
        }
    }

    @Override
    public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest request) {
        Bucket bucket = access.bucket(request);
        Upload upload = upload(bucket, request.key(), request.uploadId());
        if (Optional.ofNullable(request.ifMatchInitiatedTime())
                .filter(time -> time.getEpochSecond() != upload.initiated().getEpochSecond())
                .isPresent()) {
            throw Conditions.failed("x-amz-if-match-initiated-time");
        }
        return StoreCalls.of(bucket.name(), request.key(), () -> {
            access.store().uploads().abort(bucket.name(), request.key(), upload.id());
            return AbortMultipartUploadResponse.builder().build();
        });
    }

    private Upload upload(Bucket bucket, String key, String id) {
        return StoreCalls.of(bucket.name(), key, () -> access.store().uploads().get(bucket.name(), key, id));
    }

    private static int number(Integer asked) {
        int number = Optional.ofNullable(asked).orElse(0);
        if (number < 1 || number > MOST_PARTS) {
            throw Arguments.invalid(
                    "partNumber",
                    Integer.toString(number),
                    "Part number must be an integer between 1 and 10000, inclusive");
        }
        return number;
    }

    private static void checkKey(Upload upload, SdkPojo request) {
        Encryption.checkPart(upload.begun().metadata().encryption(), request);
    }
}
