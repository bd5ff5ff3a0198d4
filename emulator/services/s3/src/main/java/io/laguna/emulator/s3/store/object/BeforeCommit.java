package io.laguna.emulator.s3.store.object;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last word before an object is there: whatever it throws is thrown by the call, and nothing has happened.
 *
 * <p>It is asked while nobody else can change the key, so what it has seen is what is replaced. It must not call the
 * store. When the key's folder goes meanwhile, it is asked again.
 */
@FunctionalInterface
public interface BeforeCommit {
    /** Takes everything. */
    BeforeCommit ALWAYS = ofBytes(written -> {});

    /** Returns a check that has nothing to do with what is replaced, such as whether the bytes have the right sum. */
    static BeforeCommit ofBytes(Consumer<Written> check) {
        return new BeforeCommit() {
            @Override
            public boolean looksAtCurrent() {
                return false;
            }

            @Override
            public void check(Written written, Optional<Version> current) {
                check.accept(written);
            }
        };
    }

    /** Tells whether the check wants to know the current version, which costs a look. */
    default boolean looksAtCurrent() {
        return true;
    }

    /**
     * Refuses by throwing.
     *
     * @param current the key's latest version, which may be a delete marker; nothing where it is not looked at
     */
    void check(Written written, Optional<Version> current);
}
