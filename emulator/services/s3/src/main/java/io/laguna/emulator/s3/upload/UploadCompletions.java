package io.laguna.emulator.s3.upload;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.lifecycle.Lifecycles;
import io.laguna.emulator.s3.list.UrlEncoding;
import io.laguna.emulator.s3.object.Checksums;
import io.laguna.emulator.s3.object.Conditions;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ChecksumType;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Written;
import io.laguna.emulator.s3.store.upload.NamedPart;
import io.laguna.emulator.s3.store.upload.Upload;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedMultipartUpload;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** The ends of multipart uploads. */
public final class UploadCompletions extends Room {
    /** The least length of every part but the last. */
    private static final long LEAST_PART_BYTES = 5L << 20;

    private final BucketAccess access;
    private final Lifecycles lifecycles;
    private final FinishedUploads finished;

    public UploadCompletions(BucketAccess access, Lifecycles lifecycles, FinishedUploads finished) {
        this.access = access;
        this.finished = finished;
        this.lifecycles = lifecycles;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<StoredObject> done = completed(bucket, request);
        if (done.isPresent()) {
            return response(bucket, done.get());
        }
        Upload upload = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .get(bucket.name(), request.key(), request.uploadId()));
        List<NamedPart> parts = parts(upload.begun().checksumType(), request);
        Encryption.checkEnd(upload, request);
        UploadChecksums.checkEnd(upload, request, parts);
        Conditions conditions = Conditions.of(request, "");
        Checksums checksums = Checksums.of(request);
        StoredObject stored = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .uploads()
                .complete(bucket.name(), request.key(), upload.id(), parts, LEAST_PART_BYTES, (written, current) -> {
                    checkSize(written, Optional.ofNullable(request.mpuObjectSize()));
                    checksums.check(written);
                    conditions.checkWrite(request.key(), current);
                }));
        finished.put(upload.id(), stored.versionId() + " " + stored.eTag());
        return response(bucket, stored);
    }

    /** A client that did not hear the answer may ask again, as long as nothing else has come in the object's place. */
    private Optional<StoredObject> completed(Bucket bucket, CompleteMultipartUploadRequest request) {
        return finished.get(request.uploadId())
                .flatMap(made -> StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                                .objects()
                                .find(bucket.name(), request.key(), Optional.empty()))
                        .filter(StoredObject.class::isInstance)
                        .map(StoredObject.class::cast)
                        .filter(object -> made.equals(object.versionId() + " " + object.eTag())));
    }

    private CompleteMultipartUploadResponse response(Bucket bucket, StoredObject stored) {
        CompleteMultipartUploadResponse.Builder response = CompleteMultipartUploadResponse.builder()
                .location("http://" + bucket.name() + ".s3.amazonaws.com/" + UrlEncoding.encode(stored.key()))
                .bucket(bucket.name())
                .key(stored.key())
                .eTag(ETags.quoted(stored.eTag()));
        Versions.made(bucket, stored.versionId()).ifPresent(response::versionId);
        Checksums.tell(stored.checksums(), (SdkPojo) response);
        Encryption.tell(stored.metadata().encryption(), (SdkPojo) response);
        lifecycles.expiration(bucket.name(), stored).ifPresent(response::expiration);
        return response.build();
    }

    private static List<NamedPart> parts(ChecksumType type, CompleteMultipartUploadRequest request) {
        List<CompletedPart> parts = Optional.ofNullable(request.multipartUpload())
                .map(CompletedMultipartUpload::parts)
                .orElse(List.of());
        if (parts.isEmpty()) {
            throw Failure.MALFORMED_XML.exception();
        }
        return parts.stream()
                .map(part -> new NamedPart(
                        Optional.ofNullable(part.partNumber()).orElseThrow(Failure.MALFORMED_XML::exception),
                        ETags.plain(Optional.ofNullable(part.eTag()).orElseThrow(Failure.MALFORMED_XML::exception)),
                        Checksums.listed(part, type)))
                .toList();
    }

    private static void checkSize(Written written, Optional<Long> expected) {
        if (expected.isPresent() && expected.get() != written.size()) {
            throw Failure.INVALID_REQUEST.exception("The provided 'x-amz-mp-object-size' header value " + expected.get()
                    + " does not match what was computed: " + written.size());
        }
    }
}
