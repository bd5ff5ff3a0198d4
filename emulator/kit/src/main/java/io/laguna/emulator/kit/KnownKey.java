package io.laguna.emulator.kit;

/** The secret of an access key, and its owner. */
public record KnownKey(String secretAccessKey, Principal principal) {
    /** Returns the key without the secret. */
    @Override
    public String toString() {
        return "KnownKey[of " + principal.arn() + "]";
    }
}
