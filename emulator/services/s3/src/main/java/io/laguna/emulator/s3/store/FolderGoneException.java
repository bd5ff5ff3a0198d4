package io.laguna.emulator.s3.store;

import java.io.UncheckedIOException;

/** The folder of a key has gone since it was made, or an object took its place: to be tried again. */
final class FolderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UncheckedIOException failure;

    FolderGoneException(UncheckedIOException failure) {
        super(failure);
        this.failure = failure;
    }

    /** What it is when every other try fails too. */
    UncheckedIOException failure() {
        return failure;
    }
}
