package io.laguna.pipelines.dryrun;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** S3 on paper, without a bucket. It keeps the sizes of objects that are put, since an ingest checks its files. */
final class PaperS3 implements S3Client {
    private static final String SERVICE = "s3";

    private final Paper paper;
    private final SortedMap<String, Long> sizes = new TreeMap<>();
    private final Map<String, Long> parts = new HashMap<>();

    PaperS3(Paper paper) {
        this.paper = paper;
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        paper.write(SERVICE, request);
        throw NoSuchBucketException.builder().statusCode(404).build();
    }

    @Override
    public CreateBucketResponse createBucket(CreateBucketRequest request) {
        paper.write(SERVICE, request);
        return CreateBucketResponse.builder().build();
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest request) {
        paper.write(SERVICE, request);
        throw NoSuchKeyException.builder().statusCode(404).build();
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        long bytes = body.optionalContentLength().orElse(0L);
        paper.write(SERVICE, request, bytes);
        sizes.put(path(request.bucket(), request.key()), bytes);
        return PutObjectResponse.builder().build();
    }

    @Override
    public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest request) {
        paper.write(SERVICE, request);
        return CreateMultipartUploadResponse.builder().uploadId("<UploadId>").build();
    }

    @Override
    public UploadPartResponse uploadPart(UploadPartRequest request, RequestBody body) {
        long bytes = body.optionalContentLength().orElse(0L);
        paper.write(SERVICE, request, bytes);
        parts.merge(path(request.bucket(), request.key()), bytes, Long::sum);
        return UploadPartResponse.builder()
                .eTag("<ETag of part " + request.partNumber() + ">")
                .build();
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request) {
        paper.write(SERVICE, request);
        String path = path(request.bucket(), request.key());
        sizes.put(path, parts.remove(path));
        return CompleteMultipartUploadResponse.builder().build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        paper.write(SERVICE, request);
        String bucket = path(request.bucket(), "");
        return ListObjectsV2Response.builder()
                .isTruncated(false)
                .contents(sizes.entrySet().stream()
                        .filter(object -> object.getKey().startsWith(bucket + request.prefix()))
                        .map(object -> S3Object.builder()
                                .key(object.getKey().substring(bucket.length()))
                                .size(object.getValue())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public <T> T getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
        paper.write(SERVICE, request);
        throw NoSuchKeyException.builder().statusCode(404).build();
    }

    @Override
    public ListMultipartUploadsResponse listMultipartUploads(ListMultipartUploadsRequest request) {
        paper.write(SERVICE, request);
        return ListMultipartUploadsResponse.builder().isTruncated(false).build();
    }

    @Override
    public GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
            GetBucketNotificationConfigurationRequest request) {
        paper.write(SERVICE, request);
        return GetBucketNotificationConfigurationResponse.builder().build();
    }

    @Override
    public PutBucketNotificationConfigurationResponse putBucketNotificationConfiguration(
            PutBucketNotificationConfigurationRequest request) {
        paper.write(SERVICE, request);
        return PutBucketNotificationConfigurationResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}

    private static String path(String bucket, String key) {
        return bucket + "/" + key;
    }
}
