package io.laguna.engines.process;

/** The failure of an engine that could not start, or died. The message names the engine, the reason and the log. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
