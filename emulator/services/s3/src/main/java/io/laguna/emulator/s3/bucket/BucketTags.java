package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Tags of buckets. */
public final class BucketTags extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketTags(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketTaggingResponse getBucketTagging(GetBucketTaggingRequest request) {
        Tagging tagging = documents
                .read(access.bucket(request).name(), Kind.TAGGING, Tagging.builder())
                .orElseThrow(Failure.NO_SUCH_TAG_SET::exception);
        return GetBucketTaggingResponse.builder().tagSet(tagging.tagSet()).build();
    }

    @Override
    public PutBucketTaggingResponse putBucketTagging(PutBucketTaggingRequest request) {
        String bucket = access.bucket(request).name();
        Tagging tagging = Optional.ofNullable(request.tagging()).orElseThrow(Failure.MALFORMED_XML::exception);
        var unused = Tags.of(tagging.tagSet(), Tags.MOST_OF_BUCKET);
        documents.write(bucket, Kind.TAGGING, tagging);
        return PutBucketTaggingResponse.builder().build();
    }

    @Override
    public DeleteBucketTaggingResponse deleteBucketTagging(DeleteBucketTaggingRequest request) {
        documents.remove(access.bucket(request).name(), Kind.TAGGING);
        return DeleteBucketTaggingResponse.builder().build();
    }
}
