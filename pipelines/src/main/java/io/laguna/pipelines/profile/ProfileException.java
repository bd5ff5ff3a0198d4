package io.laguna.pipelines.profile;

/** The failure to use a profile; the message names its file and the key. */
public final class ProfileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ProfileException(String message) {
        super(message);
    }
}
