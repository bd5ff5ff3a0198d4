package io.laguna.emulator.s3.object;

import io.laguna.emulator.s3.call.Failure;
import io.laguna.emulator.s3.store.object.StoredObject;
import java.util.Map;
import java.util.Set;

/**
 * The storage classes whose objects S3 neither reads nor copies before they have been restored.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/archived-objects.html">Archived objects</a>
 */
final class ArchiveClasses {
    private static final Set<String> NAMES = Set.of("GLACIER", "DEEP_ARCHIVE");

    private ArchiveClasses() {}

    /** Refuses to restore an object that is not archived. */
    static void checkRestored(StoredObject object) {
        if (!archived(object)) {
            throw Failure.INVALID_OBJECT_STATE.exception(
                    "Restore is not allowed for the object's current storage class",
                    Map.of("StorageClass", object.metadata().storageClass()));
        }
    }

    /** Refuses to read an object that is archived. */
    static void checkRead(StoredObject object) {
        check(object, Failure.INVALID_OBJECT_STATE.message());
    }

    /** Refuses to copy an object that is archived. */
    static void checkSource(StoredObject object) {
        check(object, "Operation is not valid for the source object's storage class");
    }

    private static void check(StoredObject object, String message) {
        if (archived(object)) {
            throw Failure.INVALID_OBJECT_STATE.exception(
                    message, Map.of("StorageClass", object.metadata().storageClass()));
        }
    }

    private static boolean archived(StoredObject object) {
        return NAMES.contains(object.metadata().storageClass());
    }
}
