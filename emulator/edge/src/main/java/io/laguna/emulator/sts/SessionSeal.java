package io.laguna.emulator.sts;

import io.laguna.emulator.kit.AccessKeyIds;
import io.laguna.emulator.kit.Principal;
import io.laguna.emulator.sts.SessionToken.Content;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The seal of temporary credentials, by which Laguna makes them and recognises them without keeping them. The session
 * token says whose they are, a seal on the token proves that it comes from this lake, and the secret is derived from
 * the token. So credentials outlive a restart when the seal's key does, and no number of them fills the memory.
 */
public final class SessionSeal {
    private static final int SEAL_BYTES = 32;
    private static final int SECRET_BYTES = 30;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** Creates a seal with a key of its own, which nobody else knows. */
    public SessionSeal(byte[] key) {
        this.key = key.clone();
    }

    /** The owner of a session token, and its end. */
    public record Session(Principal principal, String accessKeyId, String secretAccessKey, Instant expiration) {
        @Override
        public String toString() {
            return "Session[" + principal.arn() + " until " + expiration + "]";
        }
    }

    TemporaryCredentials issue(Principal principal, Instant expiration) {
        String accessKeyId = AccessKeyIds.temporary(principal.accountId(), random);
        byte[] content = SessionToken.write(new Content(principal, accessKeyId, expiration));
        byte[] token = new byte[content.length + SEAL_BYTES];
        System.arraycopy(content, 0, token, 0, content.length);
        System.arraycopy(hmac("token", content), 0, token, content.length, SEAL_BYTES);
        return new TemporaryCredentials(
                accessKeyId, secret(content), Base64.getEncoder().encodeToString(token), expiration);
    }

    /** Returns the session of a token of this lake, ended or not; empty for any other text. */
    public Optional<Session> open(String sessionToken) {
        byte[] token = decode(sessionToken);
        if (token.length <= SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] content = new byte[token.length - SEAL_BYTES];
        byte[] seal = new byte[SEAL_BYTES];
        System.arraycopy(token, 0, content, 0, content.length);
        System.arraycopy(token, content.length, seal, 0, SEAL_BYTES);
        if (!MessageDigest.isEqual(seal, hmac("token", content))) {
            return Optional.empty();
        }
        Content read = SessionToken.read(content);
        return Optional.of(new Session(read.principal(), read.accessKeyId(), secret(content), read.expiration()));
    }

    private String secret(byte[] content) {
        byte[] derived = hmac("secret", content);
        byte[] cut = new byte[SECRET_BYTES];
        System.arraycopy(derived, 0, cut, 0, SECRET_BYTES);
        return Base64.getEncoder().encodeToString(cut);
    }

    private byte[] hmac(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    private static byte[] decode(String sessionToken) {
        try {
            return Base64.getDecoder().decode(sessionToken);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
