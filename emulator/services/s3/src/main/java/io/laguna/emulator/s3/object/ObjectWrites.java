package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Encryption;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.ETags;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.lifecycle.Lifecycles;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.NewObject;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Objects that are written in one request. */
public final class ObjectWrites extends Room {
    static final long MOST_BYTES = 5L << 30;

    private final BucketAccess access;
    private final NewMetadata metadata;
    private final Lifecycles lifecycles;

    public ObjectWrites(BucketAccess access, NewMetadata metadata, Lifecycles lifecycles) {
        this.access = access;
        this.metadata = metadata;
        this.lifecycles = lifecycles;
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        Bucket bucket = access.bucket(request);
        if (Optional.ofNullable(request.writeOffsetBytes()).isPresent()) {
            throw Failure.NOT_IMPLEMENTED.exception(
                    Failure.NOT_IMPLEMENTED.message(), Map.of("Header", "x-amz-write-offset-bytes"));
        }
        OptionalLong length = length(body);
        Checksums checksums = Checksums.of(request);
        Conditions conditions = Conditions.of(request, "");
        NewObject target = new NewObject(bucket.name(), request.key(), metadata.of(request, bucket), checksums.asked());
        StoredObject stored = StoreCalls.of(bucket.name(), request.key(), () -> access.store()
                .objects()
                .put(name(request), target, body.contentStreamProvider().newStream(), length, (written, current) -> {
                    checksums.check(written);
                    conditions.checkWrite(request.key(), current);
                }));
        PutObjectResponse.Builder response = PutObjectResponse.builder().eTag(ETags.quoted(stored.eTag()));
        Versions.made(bucket, stored.versionId()).ifPresent(response::versionId);
        Checksums.tell(stored.checksums(), (SdkPojo) response);
        if (!stored.checksums().isEmpty()) {
            response.checksumType(ChecksumType.FULL_OBJECT);
        }
        Encryption.tell(stored.metadata().encryption(), (SdkPojo) response);
        lifecycles.expiration(bucket.name(), stored).ifPresent(response::expiration);
        return response.build();
    }

    /** Returns the name of the event: an object that came by a form has one of its own. */
    private static ObjectEvent.Name name(PutObjectRequest request) {
        boolean form = request.overrideConfiguration()
                .map(with -> with.headers().getOrDefault("Content-Type", List.of()))
                .filter(types -> types.contains("multipart/form-data"))
                .isPresent();
        return form ? ObjectEvent.Name.POST : ObjectEvent.Name.PUT;
    }

    /** Returns the length of a body, and refuses one that is longer than one request may carry. */
    public static OptionalLong length(RequestBody body) {
        OptionalLong length = body.optionalContentLength().map(OptionalLong::of).orElseGet(OptionalLong::empty);
        if (length.orElse(0) > MOST_BYTES) {
            throw Failure.ENTITY_TOO_LARGE.exception(
                    Failure.ENTITY_TOO_LARGE.message(),
                    Map.of(
                            "ProposedSize",
                            Long.toString(length.getAsLong()),
                            "MaxSizeAllowed",
                            Long.toString(MOST_BYTES)));
        }
        return length;
    }
}
