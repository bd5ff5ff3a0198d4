package io.laguna.emulator.kit.proxy;

/** The failure of a function that has returned what is no answer to a web client. */
public final class MalformedReplyException extends Exception {
    private static final long serialVersionUID = 1;

    public MalformedReplyException(String message) {
        super(message);
    }
}
