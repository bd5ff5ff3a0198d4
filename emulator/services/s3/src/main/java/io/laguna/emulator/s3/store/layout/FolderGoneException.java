package io.laguna.emulator.s3.store.layout;

import java.io.UncheckedIOException;

/** The folder of a key has gone since it was made, or an object took its place: to be tried again. */
public final class FolderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UncheckedIOException failure;

    public FolderGoneException(UncheckedIOException failure) {
        super(failure);
        this.failure = failure;
    }

    /** Returns the failure to throw when every other try fails too. */
    public UncheckedIOException failure() {
        return failure;
    }
}
