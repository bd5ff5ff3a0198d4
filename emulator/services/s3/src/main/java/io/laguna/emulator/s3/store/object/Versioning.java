package io.laguna.emulator.s3.store.object;

/** The setting by which a bucket keeps overwritten and deleted objects. A bucket is never UNVERSIONED again. */
public enum Versioning {
    /** An object has one version, {@code null}. */
    UNVERSIONED,
    /** Every write makes a version with an id of its own. */
    ENABLED,
    /** Versions with ids stay; a write makes or replaces the version {@code null}. */
    SUSPENDED
}
