package io.laguna.emulator.kit;

/**
 * The failure of a call whose engine does not answer now. The message names the engine, the reason and where to look;
 * the same call may be tried again.
 */
public final class EngineUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EngineUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
