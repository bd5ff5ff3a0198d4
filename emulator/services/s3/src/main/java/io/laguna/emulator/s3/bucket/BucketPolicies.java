package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/** Policies of buckets, which are kept and not enforced, and what blocks public ones. */
public final class BucketPolicies extends Room {
    private static final int MOST_CHARACTERS = 20 << 10;

    private final BucketAccess access;
    private final BucketDocuments documents;

    public BucketPolicies(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
    }

    @Override
    public GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest request) {
        return GetBucketPolicyResponse.builder()
                .policy(policy(access.bucket(request).name()))
                .build();
    }

    @Override
    public GetBucketPolicyStatusResponse getBucketPolicyStatus(GetBucketPolicyStatusRequest request) {
        boolean isPublic =
                PolicyDocument.parse(policy(access.bucket(request).name())).isPublic();
        return GetBucketPolicyStatusResponse.builder()
                .policyStatus(PolicyStatus.builder().isPublic(isPublic).build())
                .build();
    }

    private String policy(String bucket) {
        return documents.text(bucket, Kind.POLICY).orElseThrow(Failure.NO_SUCH_BUCKET_POLICY::exception);
    }

    @Override
    public PutBucketPolicyResponse putBucketPolicy(PutBucketPolicyRequest request) {
        String bucket = access.bucket(request).name();
        String text = Optional.ofNullable(request.policy()).orElse("");
        if (text.length() > MOST_CHARACTERS) {
            throw Failure.MALFORMED_POLICY.exception("Policy exceeds the maximum allowed document size.");
        }
        PolicyDocument policy = PolicyDocument.parse(text);
        if (policy.isPublic()
                && Boolean.TRUE.equals(block(bucket)
                        .map(PublicAccessBlockConfiguration::blockPublicPolicy)
                        .orElse(false))) {
            throw Failure.ACCESS_DENIED.exception();
        }
        documents.writeText(bucket, Kind.POLICY, text);
        return PutBucketPolicyResponse.builder().build();
    }

    @Override
    public DeleteBucketPolicyResponse deleteBucketPolicy(DeleteBucketPolicyRequest request) {
        documents.remove(access.bucket(request).name(), Kind.POLICY);
        return DeleteBucketPolicyResponse.builder().build();
    }

    @Override
    public GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest request) {
        return GetPublicAccessBlockResponse.builder()
                .publicAccessBlockConfiguration(block(access.bucket(request).name())
                        .orElseThrow(Failure.NO_SUCH_PUBLIC_ACCESS_BLOCK::exception))
                .build();
    }

    @Override
    public PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest request) {
        String bucket = access.bucket(request).name();
        PublicAccessBlockConfiguration asked = Optional.ofNullable(request.publicAccessBlockConfiguration())
                .orElseThrow(Failure.MALFORMED_XML::exception);
        documents.write(
                bucket,
                Kind.PUBLIC_ACCESS_BLOCK,
                PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(Boolean.TRUE.equals(asked.blockPublicAcls()))
                        .ignorePublicAcls(Boolean.TRUE.equals(asked.ignorePublicAcls()))
                        .blockPublicPolicy(Boolean.TRUE.equals(asked.blockPublicPolicy()))
                        .restrictPublicBuckets(Boolean.TRUE.equals(asked.restrictPublicBuckets()))
                        .build());
        return PutPublicAccessBlockResponse.builder().build();
    }

    @Override
    public DeletePublicAccessBlockResponse deletePublicAccessBlock(DeletePublicAccessBlockRequest request) {
        documents.remove(access.bucket(request).name(), Kind.PUBLIC_ACCESS_BLOCK);
        return DeletePublicAccessBlockResponse.builder().build();
    }

    private Optional<PublicAccessBlockConfiguration> block(String bucket) {
        return documents.read(bucket, Kind.PUBLIC_ACCESS_BLOCK, PublicAccessBlockConfiguration.builder());
    }
}
