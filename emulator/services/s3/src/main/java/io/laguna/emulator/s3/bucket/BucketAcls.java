package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Owners;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** The access control lists that a bucket takes, for itself and for its objects. */
public record BucketAcls(Caller caller, BucketDocuments documents) {
    private static final String OWNERS_CANNED = "bucket-owner-full-control";

    Grants grants() {
        return new Grants(Owners.of(caller.accountId()));
    }

    /** The ACL of a new bucket, where its request has one. */
    Optional<String> ofRequest(SdkPojo request, Optional<ObjectOwnership> ownership) {
        Optional<AccessControlPolicy> policy = grants().ofHeaders(request);
        if (policy.isPresent()
                && ownership.orElse(ObjectOwnership.OBJECT_WRITER) == ObjectOwnership.BUCKET_OWNER_ENFORCED
                && grants().grantsOthers(policy.get())) {
            throw Failure.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP.exception();
        }
        return policy.map(ShapeJson::write);
    }

    /** The ACL of a new object, where its request has one. */
    public Optional<String> ofObject(SdkPojo request, String bucket) {
        return grants().ofHeaders(request).map(policy -> {
            boolean owners =
                    Members.text(request, "ACL").filter(OWNERS_CANNED::equals).isPresent();
            if (!owners) {
                check(policy, bucket);
            }
            return ShapeJson.write(policy);
        });
    }

    /** Refuses an ACL that the bucket's ownership controls or its public access block do not allow. */
    void check(AccessControlPolicy policy, String bucket) {
        boolean enforced = documents
                .read(bucket, Kind.OWNERSHIP_CONTROLS, OwnershipControls.builder())
                .filter(controls -> controls.rules().stream()
                        .anyMatch(rule -> rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED))
                .isPresent();
        if (enforced) {
            throw Failure.ACCESS_CONTROL_LIST_NOT_SUPPORTED.exception();
        }
        boolean blocked = documents
                .read(bucket, Kind.PUBLIC_ACCESS_BLOCK, PublicAccessBlockConfiguration.builder())
                .filter(block -> Boolean.TRUE.equals(block.blockPublicAcls()))
                .isPresent();
        if (blocked && Grants.isPublic(policy)) {
            throw Failure.ACCESS_DENIED.exception();
        }
    }

    /** Refuses to switch off ACLs in a bucket that has one for others than its owner. */
    void checkOwnership(ObjectOwnership ownership, String bucket) {
        if (ownership == ObjectOwnership.BUCKET_OWNER_ENFORCED
                && grants().grantsOthers(read(documents.text(bucket, Kind.ACL)))) {
            throw Failure.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP.exception();
        }
    }

    AccessControlPolicy read(Optional<String> document) {
        return document.map(text -> ShapeJson.read(text, AccessControlPolicy.builder()))
                .orElseGet(() -> grants().ownersOnly());
    }
}
