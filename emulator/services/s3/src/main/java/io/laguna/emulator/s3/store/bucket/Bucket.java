package io.laguna.emulator.s3.store.bucket;

import io.laguna.emulator.s3.store.object.Versioning;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder whose files are objects.
 *
 * @param created when S3 created it, or when the folder that somebody made came to be
 * @param region where it was created; nothing of a folder made by hand
 * @param objectLock whether versions may be locked; the store keeps it, whoever asks it to delete enforces it
 */
public record Bucket(
        String name, Instant created, Optional<String> region, Versioning versioning, boolean objectLock) {}
