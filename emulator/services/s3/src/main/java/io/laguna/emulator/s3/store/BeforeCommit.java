package io.laguna.emulator.s3.store;

import java.util.Optional;

/**
 * The last word before an object is there: whatever it throws is thrown by the call, and nothing has happened.
 *
 * <p>It is asked while nobody else can change the key, so what it has seen is what is replaced. It must not call the
 * store.
 */
@FunctionalInterface
public interface BeforeCommit {
    /** Takes everything. */
    BeforeCommit ALWAYS = (written, current) -> {};

    /**
     * Refuses by throwing.
     *
     * @param current the key's latest version, which may be a delete marker
     */
    void check(Written written, Optional<Version> current);
}
