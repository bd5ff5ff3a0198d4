package io.laguna.emulator.s3.store.object;

import java.util.Optional;

/**
 * The outcome of a delete.
 *
 * @param versionId of the version that went, or of the delete marker that was made; nothing on an unversioned bucket
 *     unless the delete named a version
 * @param deleteMarker whether a delete marker was made, or was what went
 * @param happened false when there was nothing to delete
 * @param order of the change among those of its key
 */
public record Deleted(Optional<String> versionId, boolean deleteMarker, boolean happened, long order) {}
