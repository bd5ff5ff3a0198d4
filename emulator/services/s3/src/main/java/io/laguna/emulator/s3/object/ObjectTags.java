package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.bucket.BucketAccess;
import io.laguna.emulator.s3.bucket.Tags;
import io.laguna.emulator.s3.bucket.Versions;
import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.call.Room;
import io.laguna.emulator.s3.call.StoreCalls;
import io.laguna.emulator.s3.store.bucket.Bucket;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Tags of objects. */
public final class ObjectTags extends Room {
    private final BucketAccess access;

    public ObjectTags(BucketAccess access) {
        this.access = access;
    }

    @Override
    public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
        Bucket bucket = access.bucket(request);
        Optional<String> version = Versions.named(request);
        StoredObject object = StoreCalls.of(bucket.name(), request.key(), version, () -> access.store()
                .objects()
                .get(bucket.name(), request.key(), version));
        GetObjectTaggingResponse.Builder response = GetObjectTaggingResponse.builder()
                .tagSet(Tags.list(object.metadata().tags()));
        Versions.told(bucket, object.versionId()).ifPresent(response::versionId);
        return response.build();
    }

    @Override
    public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest request) {
        Bucket bucket = access.bucket(request);
        Tagging tagging = Optional.ofNullable(request.tagging()).orElseThrow(Failure.MALFORMED_XML::exception);
        StoredObject changed = change(
                ObjectEvent.Name.TAGS_PUT,
                bucket,
                request.key(),
                Versions.named(request),
                Tags.of(tagging.tagSet(), Tags.MOST_OF_OBJECT));
        PutObjectTaggingResponse.Builder response = PutObjectTaggingResponse.builder();
        Versions.told(bucket, changed.versionId()).ifPresent(response::versionId);
        return response.build();
    }

    @Override
    public DeleteObjectTaggingResponse deleteObjectTagging(DeleteObjectTaggingRequest request) {
        Bucket bucket = access.bucket(request);
        StoredObject changed =
                change(ObjectEvent.Name.TAGS_DELETED, bucket, request.key(), Versions.named(request), Map.of());
        DeleteObjectTaggingResponse.Builder response = DeleteObjectTaggingResponse.builder();
        Versions.told(bucket, changed.versionId()).ifPresent(response::versionId);
        return response.build();
    }

    private StoredObject change(
            ObjectEvent.Name name, Bucket bucket, String key, Optional<String> version, Map<String, String> tags) {
        return StoreCalls.of(bucket.name(), key, version, () -> access.store()
                .objects()
                .update(name, bucket.name(), key, version, metadata -> metadata.withTags(tags)));
    }
}
