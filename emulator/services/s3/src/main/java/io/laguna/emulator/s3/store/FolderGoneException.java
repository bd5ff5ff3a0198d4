package io.laguna.emulator.s3.store;

/** The folder of a key has gone since it was made, or an object took its place: to be tried again. */
final class FolderGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FolderGoneException(Throwable cause) {
        super(cause);
    }
}
