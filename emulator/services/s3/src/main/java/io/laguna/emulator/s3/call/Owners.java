package io.laguna.emulator.s3.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awssdk.services.s3.model.Owner;

/**
 * Accounts as S3 knows them.
 *
 * @see <a href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">Canonical user IDs</a>
 */
public final class Owners {
    private Owners() {}

    /** 64 hexadecimal digits, always the same for an account. */
    static String canonicalId(String accountId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("canonical user of " + accountId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public static Owner of(String accountId) {
        return Owner.builder().id(canonicalId(accountId)).displayName(accountId).build();
    }
}
