package io.laguna.emulator.s3;

import io.laguna.emulator.s3.store.StoredObject;
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

    static void checkRead(StoredObject object) {
        check(object, Failure.INVALID_OBJECT_STATE.message());
    }

    static void checkSource(StoredObject object) {
        check(object, "Operation is not valid for the source object's storage class");
    }

    private static void check(StoredObject object, String message) {
        String storageClass = object.metadata().storageClass();
        if (NAMES.contains(storageClass)) {
            throw Failure.INVALID_OBJECT_STATE.exception(message, Map.of("StorageClass", storageClass));
        }
    }
}
