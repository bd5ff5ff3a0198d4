package io.laguna.emulator.s3.store.object;

import java.util.Optional;

/** The last word before something is deleted, as {@link BeforeCommit} is before something is written. */
@FunctionalInterface
public interface BeforeDelete {
    /** Lets everything go. */
    BeforeDelete ALWAYS = target -> {};

    /**
     * Refuses by throwing.
     *
     * @param target the version that the delete names, or the latest one when it names none; nothing where there is none
     */
    void check(Optional<Version> target);
}
