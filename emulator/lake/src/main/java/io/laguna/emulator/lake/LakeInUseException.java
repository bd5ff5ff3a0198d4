package io.laguna.emulator.lake;

/** Another process owns the engines of the workspace. */
public final class LakeInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LakeInUseException(String message) {
        super(message);
    }
}
