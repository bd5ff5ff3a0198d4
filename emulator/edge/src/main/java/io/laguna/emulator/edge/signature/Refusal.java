package io.laguna.emulator.edge.signature;

/**
 * The failure of a request that is not let in. The error code of AWS for it depends on the protocol: see
 * {@link RefusalCodes}.
 */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        MISSING_TOKEN,
        INCOMPLETE_SIGNATURE,
        INCOMPLETE_QUERY,
        OUTDATED_SIGNATURE,
        MISSING_HASH,
        UNKNOWN_KEY,
        WRONG_SIGNATURE,
        WRONG_SCOPE,
        SKEWED_CLOCK,
        EXPIRED_URL,
        UNSIGNED_HEADERS,
        INVALID_TOKEN,
        EXPIRED_TOKEN,
        CHANGED_BODY
    }

    private final Reason reason;

    public Refusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
