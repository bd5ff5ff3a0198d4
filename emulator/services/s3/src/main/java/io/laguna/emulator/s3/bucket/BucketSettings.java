package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.PutBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.RequestPaymentConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Default encryption of buckets, who owns their objects, who pays. */
public final class BucketSettings extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;
    private final BucketAcls acls;

    public BucketSettings(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
        this.acls = new BucketAcls(access.caller(), documents);
    }

    @Override
    public GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest request) {
        return GetBucketEncryptionResponse.builder()
                .serverSideEncryptionConfiguration(documents
                        .read(
                                access.bucket(request).name(),
                                Kind.ENCRYPTION,
                                ServerSideEncryptionConfiguration.builder())
                        .orElse(Encryption.DEFAULT))
                .build();
    }

    @Override
    public PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest request) {
        String bucket = access.bucket(request).name();
        ServerSideEncryptionConfiguration asked = Optional.ofNullable(request.serverSideEncryptionConfiguration())
                .orElseThrow(Failure.MALFORMED_XML::exception);
        if (asked.rules().size() != 1) {
            throw Failure.MALFORMED_XML.exception();
        }
        ServerSideEncryptionRule rule = asked.rules().get(0);
        ServerSideEncryptionByDefault byDefault = Optional.ofNullable(rule.applyServerSideEncryptionByDefault())
                .orElseThrow(Failure.MALFORMED_XML::exception);
        boolean known = Optional.ofNullable(byDefault.sseAlgorithm())
                .filter(algorithm -> algorithm == ServerSideEncryption.AES256
                        || algorithm == ServerSideEncryption.AWS_KMS
                        || algorithm == ServerSideEncryption.AWS_KMS_DSSE)
                .isPresent();
        if (!known) {
            throw Failure.MALFORMED_XML.exception();
        }
        if (byDefault.sseAlgorithm() == ServerSideEncryption.AES256
                && Members.text(byDefault, "KMSMasterKeyID").isPresent()) {
            throw Failure.INVALID_ARGUMENT.exception(
                    "a KMSMasterKeyID is not applicable if the default sse algorithm is"
                            + " not aws:kms or aws:kms:dsse");
        }
        ServerSideEncryptionRule kept = rule.toBuilder()
                .bucketKeyEnabled(Boolean.TRUE.equals(rule.bucketKeyEnabled()))
                .build();
        documents.write(
                bucket,
                Kind.ENCRYPTION,
                ServerSideEncryptionConfiguration.builder().rules(kept).build());
        return PutBucketEncryptionResponse.builder().build();
    }

    /** Goes back to what a new bucket has. */
    @Override
    public DeleteBucketEncryptionResponse deleteBucketEncryption(DeleteBucketEncryptionRequest request) {
        documents.remove(access.bucket(request).name(), Kind.ENCRYPTION);
        return DeleteBucketEncryptionResponse.builder().build();
    }

    @Override
    public GetBucketOwnershipControlsResponse getBucketOwnershipControls(GetBucketOwnershipControlsRequest request) {
        return GetBucketOwnershipControlsResponse.builder()
                .ownershipControls(documents
                        .read(access.bucket(request).name(), Kind.OWNERSHIP_CONTROLS, OwnershipControls.builder())
                        .orElseThrow(Failure.OWNERSHIP_CONTROLS_NOT_FOUND::exception))
                .build();
    }

    @Override
    public PutBucketOwnershipControlsResponse putBucketOwnershipControls(PutBucketOwnershipControlsRequest request) {
        String bucket = access.bucket(request).name();
        OwnershipControls controls =
                Optional.ofNullable(request.ownershipControls()).orElseThrow(Failure.MALFORMED_XML::exception);
        boolean known = controls.rules().size() == 1
                && Optional.ofNullable(controls.rules().get(0).objectOwnership())
                        .filter(ownership -> ownership != ObjectOwnership.UNKNOWN_TO_SDK_VERSION)
                        .isPresent();
        if (!known) {
            throw Failure.MALFORMED_XML.exception();
        }
        acls.checkOwnership(controls.rules().get(0).objectOwnership(), bucket);
        documents.write(bucket, Kind.OWNERSHIP_CONTROLS, controls);
        return PutBucketOwnershipControlsResponse.builder().build();
    }

    @Override
    public DeleteBucketOwnershipControlsResponse deleteBucketOwnershipControls(
            DeleteBucketOwnershipControlsRequest request) {
        documents.remove(access.bucket(request).name(), Kind.OWNERSHIP_CONTROLS);
        return DeleteBucketOwnershipControlsResponse.builder().build();
    }

    @Override
    public GetBucketRequestPaymentResponse getBucketRequestPayment(GetBucketRequestPaymentRequest request) {
        return GetBucketRequestPaymentResponse.builder()
                .payer(documents
                        .text(access.bucket(request).name(), Kind.REQUEST_PAYMENT)
                        .orElseGet(Payer.BUCKET_OWNER::toString))
                .build();
    }

    @Override
    public PutBucketRequestPaymentResponse putBucketRequestPayment(PutBucketRequestPaymentRequest request) {
        String bucket = access.bucket(request).name();
        Payer payer = Optional.ofNullable(request.requestPaymentConfiguration())
                .map(RequestPaymentConfiguration::payer)
                .filter(each -> each != Payer.UNKNOWN_TO_SDK_VERSION)
                .orElseThrow(Failure.MALFORMED_XML::exception);
        documents.writeText(bucket, Kind.REQUEST_PAYMENT, payer.toString());
        return PutBucketRequestPaymentResponse.builder().build();
    }
}
