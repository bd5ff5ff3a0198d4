package io.laguna.emulator.s3.store.version;

import io.laguna.emulator.s3.store.object.DeleteMarker;
import io.laguna.emulator.s3.store.object.Version;
import io.laguna.emulator.s3.store.record.ObjectRecord;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A version of a key, and the file that has it.
 *
 * @param record of an object; nothing of a delete marker
 * @param order among the versions of its key, the newest highest; 0 where nothing is known
 * @param folder whether the object is a folder, which has no bytes
 */
public record Held(Version version, Optional<ObjectRecord> record, long order, Path file, boolean folder) {
    static Held object(String key, ObjectRecord record, Path file, boolean folder) {
        return new Held(record.object(key), Optional.of(record), record.order(), file, folder);
    }

    static Held marker(DeleteMarker marker, long order, Path file) {
        return new Held(marker, Optional.empty(), order, file, false);
    }

    boolean isNull() {
        return version.versionId().equals(Version.NULL);
    }

    public boolean isMarker() {
        return version instanceof DeleteMarker;
    }
}
