package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Owners;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** The access control lists that a bucket takes, for itself and for its objects. */
public record BucketAcls(Caller caller, BucketDocuments documents) {
    Grants grants() {
        return new Grants(Owners.of(caller.accountId()));
    }

    /**
     * Returns the ACL of a bucket that is created, where its request has one.
     *
     * @param block of public access, which the bucket will have
     */
    Optional<String> ofRequest(
            SdkPojo request, Optional<ObjectOwnership> ownership, Optional<PublicAccessBlockConfiguration> block) {
        Optional<AccessControlPolicy> policy = grants().ofHeaders(request);
        if (policy.isPresent() && isEnforced(ownership) && grants().grantsOthers(policy.get())) {
            throw Failure.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP.exception();
        }
        if (policy.isPresent() && blocksAcls(block) && Grants.isPublic(policy.get())) {
            throw Failure.INVALID_BUCKET_ACL_WITH_BLOCK_PUBLIC_ACCESS.exception();
        }
        return policy.map(ShapeJson::write);
    }

    /**
     * Returns the ACL of a new object, where its request has one. A bucket that has switched off ACLs takes those that give full
     * control to its owner alone, in whichever form: {@code bucket-owner-full-control}, {@code private}, a grant.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Controlling ownership
     *     of objects</a>
     */
    public Optional<String> ofObject(SdkPojo request, String bucket) {
        return grants().ofHeaders(request).map(policy -> {
            if (grants().grantsOthers(policy)) {
                check(policy, bucket);
            }
            return ShapeJson.write(policy);
        });
    }

    /** Refuses an ACL that the bucket's ownership controls or its public access block do not allow. */
    void check(AccessControlPolicy policy, String bucket) {
        if (isEnforced(ownership(bucket))) {
            throw Failure.ACCESS_CONTROL_LIST_NOT_SUPPORTED.exception();
        }
        if (blocksAcls(block(bucket)) && Grants.isPublic(policy)) {
            throw Failure.ACCESS_DENIED.exception();
        }
    }

    /**
     * Returns who owns the objects of a bucket; nothing where its controls were deleted, where it is older than they are, and where
     * its folder was made by hand: such a bucket has neither ownership controls nor a public access block until somebody puts
     * them.
     */
    Optional<ObjectOwnership> ownership(String bucket) {
        return documents
                .read(bucket, Kind.OWNERSHIP_CONTROLS, OwnershipControls.builder())
                .flatMap(controls -> controls.rules().stream().findFirst())
                .map(OwnershipControlsRule::objectOwnership);
    }

    /** Returns the public access block of a bucket; nothing like {@link #ownership}. */
    Optional<PublicAccessBlockConfiguration> block(String bucket) {
        return documents.read(bucket, Kind.PUBLIC_ACCESS_BLOCK, PublicAccessBlockConfiguration.builder());
    }

    private static boolean isEnforced(Optional<ObjectOwnership> ownership) {
        return ownership.equals(Optional.of(ObjectOwnership.BUCKET_OWNER_ENFORCED));
    }

    private static boolean blocksAcls(Optional<PublicAccessBlockConfiguration> block) {
        return block.filter(each -> Boolean.TRUE.equals(each.blockPublicAcls())).isPresent();
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
