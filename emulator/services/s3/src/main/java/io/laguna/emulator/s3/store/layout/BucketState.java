package io.laguna.emulator.s3.store.layout;

import io.laguna.emulator.s3.store.object.Versioning;
import java.time.Instant;
import java.util.Optional;

/** The state of a bucket that the store itself needs; {@code NEW} for a folder that somebody made. */
public record BucketState(
        Optional<Instant> created, Optional<String> region, Versioning versioning, boolean objectLock) {
    static final BucketState NEW = new BucketState(Optional.empty(), Optional.empty(), Versioning.UNVERSIONED, false);

    static BucketState parse(String text) {
        TextRecord record = TextRecord.parse(text);
        return new BucketState(
                record.get("created").map(Instant::parse),
                record.get("region"),
                record.get("versioning").map(Versioning::valueOf).orElse(Versioning.UNVERSIONED),
                record.get("object-lock").map(Boolean::valueOf).orElse(false));
    }

    public BucketState with(Versioning changed) {
        return new BucketState(created, region, changed, objectLock);
    }

    public BucketState withObjectLock() {
        return new BucketState(created, region, versioning, true);
    }

    String text() {
        return new TextRecord()
                .put("created", created.map(Instant::toString))
                .put("region", region)
                .put("versioning", versioning.name())
                .put("object-lock", Boolean.toString(objectLock))
                .toString();
    }
}
