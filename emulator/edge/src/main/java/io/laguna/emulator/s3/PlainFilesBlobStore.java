package io.laguna.emulator.s3;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * A store whose buckets people also change with {@code cp} and an editor: every object has an ETag that changes with
 * its content, as S3 promises and S3A insists on ("Change detection policy requires ETag"), and no key leads out of its
 * bucket's folder.
 */
final class PlainFilesBlobStore extends ForwardingBlobStore {
    private final Path buckets;
    private final BucketBounds bounds;
    private final Uploads uploads;

    PlainFilesBlobStore(BlobStore files, Path buckets) {
        super(files);
        this.buckets = buckets;
        this.bounds = new BucketBounds(buckets);
        this.uploads = new Uploads(bounds);
    }

    /** Lists the buckets, which are folders only: a README beside them is no bucket. */
    @Override
    public ListBucketsResponse list() {
        ListBucketsResponse listed = super.list();
        List<Bucket> folders = listed.buckets().stream()
                .filter(bucket -> !bucket.name().startsWith(".") && Files.isDirectory(buckets.resolve(bucket.name())))
                .toList();
        return listed.toBuilder().buckets(folders).build();
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
        String prefix = Optional.ofNullable(request.prefix()).orElse("");
        Path from = bounds.file(request.bucket(), folderOf(prefix));
        new BucketLinks(bounds, bounds.bucket(request.bucket())).check(from, request.delimiter() == null);
        ListObjectsV2Response listed = super.list(request);
        long refreshed = listed.contents().stream()
                .filter(object -> isFile(object) && ETags.refresh(path(request.bucket(), object.key())))
                .count();
        return refreshed == 0 ? listed : super.list(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        bounds.file(request.bucket(), request.key());
        PutObjectResponse response = super.putBlob(request, content);
        refresh(request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        refresh(request.sourceBucket(), request.sourceKey());
        bounds.file(request.destinationBucket(), request.destinationKey());
        CopyObjectResponse response = super.copyBlob(request);
        refresh(request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        bounds.file(request.bucket(), request.key());
        return super.removeBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        bounds.file(request.bucket(), request.key());
        return super.initiateMultipartUpload(request);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        uploads.require(upload);
        CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
        refresh(request.bucket(), request.key());
        return response;
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream content) {
        uploads.require(upload);
        return super.uploadMultipartPart(upload, request, content);
    }

    @Override
    public List<Part> listMultipartUpload(MultipartUpload upload) {
        uploads.require(upload);
        return super.listMultipartUpload(upload);
    }

    private void refresh(String bucket, String key) {
        ETags.refresh(bounds.file(bucket, key));
    }

    private Path path(String bucket, String key) {
        return buckets.resolve(bucket).resolve(key);
    }

    /**
     * Returns the folder of a prefix, which is all up to the last slash. The rest may be the beginning of a name, as
     * {@code .} is of {@code .hidden}.
     */
    private static String folderOf(String prefix) {
        return prefix.substring(0, prefix.lastIndexOf('/') + 1);
    }

    private static boolean isFile(S3Object object) {
        return !object.key().endsWith("/");
    }
}
