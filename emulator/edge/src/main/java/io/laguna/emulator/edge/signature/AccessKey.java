package io.laguna.emulator.edge.signature;

/**
 * The long-term credentials of a user.
 *
 * @param accountId 12 digits
 */
public record AccessKey(String accessKeyId, String secretAccessKey, String accountId, String userName) {
    /** Returns the key without the secret. */
    @Override
    public String toString() {
        return "AccessKey[" + accessKeyId + " of " + userName + " in " + accountId + "]";
    }
}
