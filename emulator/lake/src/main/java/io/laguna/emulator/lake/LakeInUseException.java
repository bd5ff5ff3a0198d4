package io.laguna.emulator.lake;

/** The failure to open a workspace whose engines another process owns. */
public final class LakeInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LakeInUseException(String message) {
        super(message);
    }
}
