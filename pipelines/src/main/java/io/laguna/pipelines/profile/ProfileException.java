package io.laguna.pipelines.profile;

/** A profile cannot be used; the message names its file and the key. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProfileException(String message) {
        super(message);
    }
}
