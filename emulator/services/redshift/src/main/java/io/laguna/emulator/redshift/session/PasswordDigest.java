package io.laguna.emulator.redshift.session;

import io.laguna.redshift.wire.login.Proof;
import java.util.regex.Pattern;

/**
 * The digest of a password as the engine keeps it, {@code md5} and 32 digits.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/dg/r_CREATE_USER.html">CREATE USER</a>
 */
public record PasswordDigest(String text) {
    private static final Pattern DIGEST = Pattern.compile("md5[0-9a-f]{32}");
    private static final String SHA256 = "sha256|";

    /**
     * Returns the digest of a user's password.
     *
     * @param password the password in clear text; after {@code sha256|}, which is about Redshift's own keeping; or the
     *     digest itself
     */
    public static PasswordDigest of(String user, String password) {
        if (DIGEST.matcher(password).matches()) {
            return new PasswordDigest(password);
        }
        String clear = password.startsWith(SHA256) ? password.substring(SHA256.length()) : password;
        return new PasswordDigest("md5" + Proof.Md5.of(user, clear).digest());
    }

    /** Returns nothing of the digest: it is as good as the password. */
    @Override
    public String toString() {
        return "PasswordDigest";
    }
}
