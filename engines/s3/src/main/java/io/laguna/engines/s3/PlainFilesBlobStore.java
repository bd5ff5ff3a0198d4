package io.laguna.engines.s3;

import java.io.InputStream;
import java.nio.file.Path;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * A store whose buckets people also change with {@code cp} and an editor: every object has an ETag that changes with
 * its content, as S3 promises and S3A insists on ("Change detection policy requires ETag").
 */
final class PlainFilesBlobStore extends ForwardingBlobStore {
    private final Path buckets;

    PlainFilesBlobStore(BlobStore files, Path buckets) {
        super(files);
        this.buckets = buckets;
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        refresh(request.bucket(), request.key());
        return super.blobMetadata(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        refresh(request.bucket(), request.key());
        return super.getBlob(request);
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        ListObjectsV2Response listed = super.list(request);
        long refreshed = listed.contents().stream()
                .filter(object -> refresh(request.bucket(), object.key()))
                .count();
        return refreshed == 0 ? listed : super.list(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        PutObjectResponse response = super.putBlob(request, content);
        refresh(request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        refresh(request.sourceBucket(), request.sourceKey());
        CopyObjectResponse response = super.copyBlob(request);
        refresh(request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        refresh(request.bucket(), request.key());
        return response;
    }

    /** A key that would lead out of its bucket is S3Proxy's to refuse, and not ours to touch. */
    private boolean refresh(String bucket, String key) {
        Path file = buckets.resolve(bucket).resolve(key).normalize();
        return file.startsWith(buckets.resolve(bucket)) && ETags.refresh(file);
    }
}
