package io.laguna.emulator.edge.payload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signatures of a body's chunks, each of which covers the one before it. */
final class ChunkSignatures {
    private static final HexFormat HEX = HexFormat.of();
    private static final String EMPTY = HEX.formatHex(sha256().digest());

    private final PayloadCheck.SignedChunks promise;
    private final MessageDigest chunk = sha256();
    private String previous;

    ChunkSignatures(PayloadCheck.SignedChunks promise) {
        this.promise = promise;
        this.previous = promise.seed();
    }

    /** Takes bytes of the chunk that is being read. */
    void update(byte[] bytes, int start, int length) {
        chunk.update(bytes, start, length);
    }

    /** Ends a chunk. */
    void check(Optional<String> given) throws BodyRefusal {
        check("AWS4-HMAC-SHA256-PAYLOAD", EMPTY + "\n" + HEX.formatHex(chunk.digest()), given);
    }

    /** Ends the headers that follow the body, each with the end of its line. */
    void checkTrailers(String lines, Optional<String> given) throws BodyRefusal {
        chunk.update(lines.getBytes(StandardCharsets.UTF_8));
        check("AWS4-HMAC-SHA256-TRAILER", HEX.formatHex(chunk.digest()), given);
    }

    private void check(String algorithm, String hashes, Optional<String> given) throws BodyRefusal {
        String text = String.join("\n", algorithm, promise.timestamp(), promise.scope(), previous, hashes);
        String expected = HEX.formatHex(hmac(promise.key().bytes(), text));
        byte[] actual = given.orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), actual)) {
            throw new BodyRefusal(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. Check your key and"
                            + " signing method.");
        }
        previous = expected;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
