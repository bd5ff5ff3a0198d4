package io.laguna.emulator.s3.bucket;

import io.laguna.emulator.s3.call.Arguments;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.Versioning;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/**
 * The versioning of buckets, and the version that a request names.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html">Retaining multiple versions</a>
 */
public final class Versions extends Room {
    private final BucketAccess access;

    public Versions(BucketAccess access) {
        this.access = access;
    }

    /** The version that a request names. */
    public static Optional<String> named(SdkPojo request) {
        Optional<String> version = Members.value(request, "VersionId", String.class);
        if (version.filter(String::isEmpty).isPresent()) {
            throw Arguments.invalid("versionId", "", "Version id cannot be the empty string");
        }
        return version;
    }

    /** The version as an answer has it, of a bucket that has versions. */
    public static Optional<String> told(Bucket bucket, String version) {
        return bucket.versioning() == Versioning.UNVERSIONED ? Optional.empty() : Optional.of(version);
    }

    /** The version that a write has made, which is told where versions are made. */
    public static Optional<String> made(Bucket bucket, String version) {
        return bucket.versioning() == Versioning.ENABLED ? Optional.of(version) : Optional.empty();
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        GetBucketVersioningResponse.Builder response = GetBucketVersioningResponse.builder();
        switch (access.bucket(request).versioning()) {
            case ENABLED -> response.status(BucketVersioningStatus.ENABLED);
            case SUSPENDED -> response.status(BucketVersioningStatus.SUSPENDED);
            case UNVERSIONED -> response.build();
        }
        return response.build();
    }

    @Override
    public PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest request) {
        Bucket bucket = access.bucket(request);
        VersioningConfiguration configuration =
                Optional.ofNullable(request.versioningConfiguration()).orElseThrow(Failure.MALFORMED_XML::exception);
        if (configuration.mfaDelete() == MFADelete.ENABLED) {
            throw Failure.NOT_IMPLEMENTED.exception("not implemented by Laguna: MFA delete");
        }
        Versioning versioning =
                switch (Optional.ofNullable(configuration.status()).orElseThrow(this::illegal)) {
                    case ENABLED -> Versioning.ENABLED;
                    case SUSPENDED -> Versioning.SUSPENDED;
                    case UNKNOWN_TO_SDK_VERSION -> throw Failure.MALFORMED_XML.exception();
                };
        if (versioning == Versioning.SUSPENDED && bucket.objectLock()) {
            throw Failure.INVALID_BUCKET_STATE.exception(
                    "An Object Lock configuration is present on this bucket, so the"
                            + " versioning state cannot be changed.");
        }
        StoreCalls.of(bucket.name(), "", () -> access.store().buckets().version(bucket.name(), versioning));
        return PutBucketVersioningResponse.builder().build();
    }

    private RuntimeException illegal() {
        return Failure.ILLEGAL_VERSIONING_CONFIGURATION.exception();
    }
}
