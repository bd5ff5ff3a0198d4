package io.laguna.emulator.s3;

import io.laguna.emulator.s3.ObjectEvent.Name;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A store that publishes an event when an object has come or gone. */
final class EventfulBlobStore extends ForwardingBlobStore {
    /** The prefix of an object of S3Proxy's own, which keeps the settings that a multipart upload was started with. */
    private static final String UPLOAD_STUB = ".s3proxy-mpu-stub-";

    private final ObjectEvents events;

    EventfulBlobStore(BlobStore store, ObjectEvents events) {
        super(store);
        this.events = events;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        created(Name.PUT, request.bucket(), request.key(), response.eTag());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        CopyObjectResponse response = super.copyBlob(request);
        created(
                Name.COPY,
                request.destinationBucket(),
                request.destinationKey(),
                response.copyObjectResult().eTag());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        created(Name.COMPLETE_MULTIPART_UPLOAD, request.bucket(), request.key(), response.eTag());
        return response;
    }

    /**
     * Removes an object. A bulk delete comes here too, object by object. S3 publishes nothing for an object that was
     * not there.
     */
    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        boolean told = events.isHeard() && !isOwn(request.key()) && super.blobExists(request.bucket(), request.key());
        DeleteObjectResponse response = super.removeBlob(request);
        if (told) {
            Name name = Boolean.TRUE.equals(response.deleteMarker()) ? Name.DELETE_MARKER_CREATED : Name.DELETE;
            events.publish(new ObjectEvent(
                    name, request.bucket(), request.key(), OptionalLong.empty(), Optional.empty(), Instant.now()));
        }
        return response;
    }

    private void created(Name name, String bucket, String key, String eTag) {
        if (!events.isHeard() || isOwn(key)) {
            return;
        }
        Optional<HeadObjectResponse> object = metadata(bucket, key);
        OptionalLong size =
                object.map(found -> OptionalLong.of(found.contentLength())).orElseGet(OptionalLong::empty);
        events.publish(new ObjectEvent(
                name, bucket, key, size, Optional.ofNullable(eTag).map(EventfulBlobStore::plain), Instant.now()));
    }

    /** Returns the object's metadata, or nothing when another request has removed the object since. */
    private Optional<HeadObjectResponse> metadata(String bucket, String key) {
        return Optional.ofNullable(super.blobMetadataIfPresent(
                HeadObjectRequest.builder().bucket(bucket).key(key).build()));
    }

    private static boolean isOwn(String key) {
        return key.startsWith(UPLOAD_STUB);
    }

    private static String plain(String eTag) {
        return eTag.replace("\"", "");
    }
}
