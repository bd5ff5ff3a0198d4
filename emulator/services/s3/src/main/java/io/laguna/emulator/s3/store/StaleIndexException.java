package io.laguna.emulator.s3.store;

import java.nio.file.Path;

/** A folder is another one than it was a moment ago: its listing is to be tried again. */
final class StaleIndexException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Path folder;

    StaleIndexException(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }
}
