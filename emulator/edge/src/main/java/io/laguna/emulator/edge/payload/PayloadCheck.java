package io.laguna.emulator.edge.payload;

/** The promise of a signature about a body. */
public sealed interface PayloadCheck {
    /** The absence of a promise: any body will do. */
    record None() implements PayloadCheck {}

    /** The body's SHA-256, in hexadecimal digits. */
    record Sha256(String digest) implements PayloadCheck {}

    /**
     * The promise that every chunk of the body is signed.
     *
     * @param seed the request's own signature
     * @param scope {@code date/region/service/aws4_request}
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature calculations: transferring
     *     a payload in multiple chunks</a>
     */
    record SignedChunks(String seed, SigningKey key, String timestamp, String scope) implements PayloadCheck {}

    /** A signature's key, derived from the secret for one day, region and service. No log line shows it. */
    final class SigningKey {
        private final byte[] bytes;

        /** Keeps a copy. */
        public SigningKey(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
