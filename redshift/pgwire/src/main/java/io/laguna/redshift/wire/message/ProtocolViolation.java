package io.laguna.redshift.wire.message;

import java.io.IOException;

/** A message that is not as the protocol has it: the connection ends. */
public final class ProtocolViolation extends IOException {
    private static final long serialVersionUID = 1L;

    public ProtocolViolation(String message) {
        super(message);
    }
}
