package io.laguna.emulator.s3.store;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Tells of what has happened. */
record Events(Consumer<ObjectEvent> listener) {
    void created(ObjectEvent.Name name, String bucket, StoredObject object) {
        listener.accept(new ObjectEvent(
                name,
                bucket,
                object.key(),
                OptionalLong.of(object.size()),
                Optional.of(object.eTag()),
                Optional.of(object.versionId()).filter(id -> !id.equals(Version.NULL)),
                Instant.now()));
    }

    /** @param marked whether a marker was made, if one is what it is about */
    void removed(String bucket, String key, Deleted deleted, boolean marked) {
        listener.accept(new ObjectEvent(
                deleted.deleteMarker() && marked ? ObjectEvent.Name.DELETE_MARKER_CREATED : ObjectEvent.Name.DELETE,
                bucket,
                key,
                OptionalLong.empty(),
                Optional.empty(),
                deleted.versionId(),
                Instant.now()));
    }
}
