package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.object.Deleted;
import io.laguna.emulator.s3.store.object.ObjectEvent;
import io.laguna.emulator.s3.store.object.StoredObject;
import io.laguna.emulator.s3.store.object.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The news of what has happened in a store, for the one who listens. */
public record Events(Consumer<ObjectEvent> listener) {
    void created(ObjectEvent.Name name, String bucket, StoredObject object, long order) {
        listener.accept(new ObjectEvent(
                name,
                bucket,
                object.key(),
                OptionalLong.of(object.size()),
                Optional.of(object.eTag()),
                Optional.of(object.versionId()).filter(id -> !id.equals(Version.NULL)),
                order,
                Instant.now()));
    }

    /** Tells that what is known about an object has changed. */
    void changed(ObjectEvent.Name name, String bucket, StoredObject object) {
        listener.accept(new ObjectEvent(
                name,
                bucket,
                object.key(),
                OptionalLong.empty(),
                Optional.of(object.eTag()),
                Optional.of(object.versionId()).filter(id -> !id.equals(Version.NULL)),
                0,
                Instant.now()));
    }

    /**
     * Tells of a deletion.
     *
     * @param marked whether a marker was made, if one is what it is about
     * @param expired whether a rule of the bucket's has done it
     */
    void removed(String bucket, String key, Deleted deleted, boolean marked, boolean expired) {
        listener.accept(new ObjectEvent(
                name(deleted.deleteMarker() && marked, expired),
                bucket,
                key,
                OptionalLong.empty(),
                Optional.empty(),
                deleted.versionId(),
                deleted.order(),
                Instant.now()));
    }

    private static ObjectEvent.Name name(boolean marker, boolean expired) {
        if (expired) {
            return marker ? ObjectEvent.Name.EXPIRED_BY_MARKER : ObjectEvent.Name.EXPIRED;
        }
        return marker ? ObjectEvent.Name.DELETE_MARKER_CREATED : ObjectEvent.Name.DELETE;
    }
}
