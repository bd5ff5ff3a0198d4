package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.s3.bucket.BucketDocuments.Kind;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclResponse;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;
import software.amazon.awssdk.services.s3.model.PutObjectAclResponse;

/** Access control lists of buckets and objects. */
public final class Acls extends Room {
    private final BucketAccess access;
    private final BucketDocuments documents;
    private final BucketAcls acls;

    public Acls(BucketAccess access, BucketDocuments documents) {
        this.access = access;
        this.documents = documents;
        this.acls = new BucketAcls(access.caller(), documents);
    }

    @Override
    public GetBucketAclResponse getBucketAcl(GetBucketAclRequest request) {
        String bucket = access.bucket(request).name();
        AccessControlPolicy policy = acls.read(documents.text(bucket, Kind.ACL));
        return GetBucketAclResponse.builder()
                .owner(policy.owner())
                .grants(policy.grants())
                .build();
    }

    @Override
    public PutBucketAclResponse putBucketAcl(PutBucketAclRequest request) {
        String bucket = access.bucket(request).name();
        AccessControlPolicy policy = given(request, Optional.ofNullable(request.accessControlPolicy()));
        acls.check(policy, bucket);
        documents.write(bucket, Kind.ACL, policy);
        return PutBucketAclResponse.builder().build();
    }

    @Override
    public GetObjectAclResponse getObjectAcl(GetObjectAclRequest request) {
        access.bucket(request);
        Optional<String> version = Versions.named(request);
        StoredObject object = StoreCalls.of(request.bucket(), request.key(), version, () -> access.store()
                .objects()
                .get(request.bucket(), request.key(), version));
        AccessControlPolicy policy = acls.read(object.metadata().acl());
        return GetObjectAclResponse.builder()
                .owner(policy.owner())
                .grants(policy.grants())
                .build();
    }

    @Override
    public PutObjectAclResponse putObjectAcl(PutObjectAclRequest request) {
        access.bucket(request);
        AccessControlPolicy policy = given(request, Optional.ofNullable(request.accessControlPolicy()));
        acls.check(policy, request.bucket());
        Optional<String> version = Versions.named(request);
        StoreCalls.of(request.bucket(), request.key(), version, () -> access.store()
                .objects()
                .update(
                        ObjectEvent.Name.ACL_PUT,
                        request.bucket(),
                        request.key(),
                        version,
                        metadata -> metadata.withAcl(Optional.of(ShapeJson.write(policy)))));
        return PutObjectAclResponse.builder().build();
    }

    private AccessControlPolicy given(SdkPojo request, Optional<AccessControlPolicy> document) {
        Optional<AccessControlPolicy> headers = acls.grants().ofHeaders(request);
        if (headers.isPresent() && document.isPresent()) {
            throw Failure.INVALID_REQUEST.exception("This request does not support content together with ACL headers");
        }
        return headers.or(() -> document.map(policy -> acls.grants().ofDocument(policy)))
                .orElseThrow(() -> Failure.INVALID_REQUEST.exception(
                        "Your request was missing a required header: x-amz-acl, or a document"));
    }
}
