package io.laguna.emulator.apigateway.backend;

/** An integration that has no answer. */
public final class TargetFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final TargetFault fault;

    public TargetFailure(TargetFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public TargetFault fault() {
        return fault;
    }
}
