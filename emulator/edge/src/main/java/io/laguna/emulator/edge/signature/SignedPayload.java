package io.laguna.emulator.edge.signature;

import io.laguna.emulator.edge.payload.PayloadCheck;
import io.laguna.emulator.edge.request.Claim;
import io.laguna.emulator.edge.request.ClaimReader;
import io.laguna.emulator.edge.signature.Refusal.Reason;
import io.laguna.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The statement of a signature about the body.
 *
 * @param hash the last line of the canonical request: a SHA-256, or a word for something else
 */
record SignedPayload(String hash) {
    private static final String STREAMING = "STREAMING-";
    private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final String HEADER = "x-amz-content-sha256";

    /**
     * Reads the statement.
     *
     * @param body empty where it streams
     */
    static SignedPayload of(WireRequest request, Claim.Signed signed, Optional<byte[]> body) throws Refusal {
        Optional<String> header = ClaimReader.header(request, HEADER);
        if (body.isPresent()) {
            return new SignedPayload(header.orElseGet(() -> SignatureV4.hash(body.get())));
        }
        if (signed.isPresigned() && !signed.signedHeaders().contains(HEADER)) {
            return new SignedPayload(UNSIGNED);
        }
        return new SignedPayload(header.orElseThrow(
                () -> new Refusal(Reason.MISSING_HASH, "Missing required header for this request: " + HEADER)));
    }

    /** Refuses a body that is there and is not the signed one. */
    void check(Optional<byte[]> body) throws Refusal {
        if (body.isEmpty() || !isDigest()) {
            return;
        }
        byte[] actual = SignatureV4.hash(body.get()).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(actual, hash.getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(
                    Reason.CHANGED_BODY,
                    "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }
    }

    /** Returns how to check a body that streams, once the signature of its head is known to be right. */
    PayloadCheck whileRead(Claim.Signed signed, byte[] key, String timestamp) {
        if (hash.startsWith(SIGNED_CHUNKS)) {
            return new PayloadCheck.SignedChunks(
                    signed.signature(),
                    new PayloadCheck.SigningKey(key),
                    timestamp,
                    signed.scope().text());
        }
        return isDigest() ? new PayloadCheck.Sha256(hash) : new PayloadCheck.None();
    }

    private boolean isDigest() {
        return !hash.equals(UNSIGNED) && !hash.startsWith(STREAMING);
    }
}
