package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Locks;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Members;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;

/** Objects that go. */
public final class ObjectDeletes extends Room {
    private static final int MOST_KEYS = 1000;

    private final BucketAccess access;
    private final Locks locks;

    public ObjectDeletes(BucketAccess access, Locks locks) {
        this.access = access;
        this.locks = locks;
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
        Bucket bucket = access.bucket(request);
        Deleted deleted = delete(
                bucket,
                request.key(),
                Versions.named(request),
                request,
                Boolean.TRUE.equals(request.bypassGovernanceRetention()));
        DeleteObjectResponse.Builder response = DeleteObjectResponse.builder();
        deleted.versionId().ifPresent(response::versionId);
        if (deleted.deleteMarker()) {
            response.deleteMarker(true);
        }
        return response.build();
    }

    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        Bucket bucket = access.bucket(request);
        Delete delete = Optional.ofNullable(request.delete()).orElseThrow(Failure.MALFORMED_XML::exception);
        if (delete.objects().isEmpty() || delete.objects().size() > MOST_KEYS) {
            throw Failure.MALFORMED_XML.exception();
        }
        boolean bypass = Boolean.TRUE.equals(request.bypassGovernanceRetention());
        List<DeletedObject> gone = new ArrayList<>();
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier each : delete.objects()) {
            String key = Optional.ofNullable(each.key()).orElse("");
            Optional<String> version = Members.text(each, "VersionId");
            try {
                gone.add(shape(key, version, delete(bucket, key, version, each, bypass)));
            } catch (AwsServiceException e) {
                errors.add(S3Error.builder()
                        .key(key)
                        .versionId(version.orElse(null))
                        .code(e.awsErrorDetails().errorCode())
                        .message(e.awsErrorDetails().errorMessage())
                        .build());
            }
        }
        return DeleteObjectsResponse.builder()
                .deleted(Boolean.TRUE.equals(delete.quiet()) ? List.of() : gone)
                .errors(errors)
                .build();
    }

    private Deleted delete(Bucket bucket, String key, Optional<String> version, SdkPojo conditions, boolean bypass) {
        return StoreCalls.of(bucket.name(), key, version, () -> access.store()
                .objects()
                .delete(bucket.name(), key, version, target -> {
                    check(key, target, conditions);
                    if (version.isPresent()) {
                        locks.checkDelete(target, bypass);
                    }
                }));
    }

    /** The members differ in how requests for one and for many name them. */
    private static void check(String key, Optional<Version> target, SdkPojo request) {
        Optional<String> match = Members.text(request, "IfMatch").or(() -> Members.text(request, "ETag"));
        Optional<Instant> modified = Members.value(request, "IfMatchLastModifiedTime", Instant.class)
                .or(() -> Members.value(request, "LastModifiedTime", Instant.class));
        Optional<Long> size =
                Members.value(request, "IfMatchSize", Long.class).or(() -> Members.value(request, "Size", Long.class));
        if (match.isEmpty() && modified.isEmpty() && size.isEmpty()) {
            return;
        }
        StoredObject object = target.filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast)
                .orElseThrow(() -> StoreCalls.noSuchKey(key));
        boolean holds = match.map(tag -> ETags.match(tag, object.eTag())).orElse(true)
                && modified.map(time -> time.truncatedTo(ChronoUnit.SECONDS)
                                .equals(object.lastModified().truncatedTo(ChronoUnit.SECONDS)))
                        .orElse(true)
                && size.map(bytes -> bytes == object.size()).orElse(true);
        if (!holds) {
            throw Conditions.failed("If-Match");
        }
    }

    private static DeletedObject shape(String key, Optional<String> version, Deleted deleted) {
        DeletedObject.Builder shape = DeletedObject.builder().key(key);
        version.ifPresent(shape::versionId);
        if (deleted.deleteMarker()) {
            shape.deleteMarker(true);
            deleted.versionId().ifPresent(shape::deleteMarkerVersionId);
        }
        return shape.build();
    }
}
