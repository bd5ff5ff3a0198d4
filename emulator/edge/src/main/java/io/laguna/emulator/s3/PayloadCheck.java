package io.laguna.emulator.s3;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.checksum.ChecksumValidatingInputStream;
import org.gaul.s3proxy.checksum.ChunkedInputStream;
import org.gaul.s3proxy.checksum.FlexChecksum;

/** What a signature promises of a body, checked as the body is read. */
public sealed interface PayloadCheck {
    /**
     * The body, which fails with S3's own error as soon as it breaks the promise.
     *
     * @param length as the request announced it, or -1
     * @param trailer the header of the checksum that follows the body
     */
    InputStream over(InputStream body, long length, Optional<String> trailer);

    /** Whether {@link #over} takes the framing of chunks away. */
    default boolean takesChunksApart() {
        return false;
    }

    /** Nothing is promised. */
    record None() implements PayloadCheck {
        @Override
        public InputStream over(InputStream body, long length, Optional<String> trailer) {
            return body;
        }
    }

    /** The body's SHA-256, in hexadecimal digits. */
    record Sha256(String digest) implements PayloadCheck {
        @Override
        public InputStream over(InputStream body, long length, Optional<String> trailer) {
            return new ChecksumValidatingInputStream(
                    body,
                    FlexChecksum.SHA256.newChecksum(),
                    HexFormat.of().parseHex(digest),
                    length,
                    S3ErrorCode.X_AMZ_CONTENT_S_H_A_256_MISMATCH);
        }
    }

    /**
     * Every chunk of the body is signed
     * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html).
     *
     * @param seed the request's own signature
     * @param scope {@code date/region/service/aws4_request}
     */
    record SignedChunks(String seed, SigningKey key, String timestamp, String scope) implements PayloadCheck {
        @Override
        public InputStream over(InputStream body, long length, Optional<String> trailer) {
            return new ChunkedInputStream(
                    body,
                    S3Requests.LARGEST_CHUNK,
                    seed,
                    key.bytes(),
                    "HmacSHA256",
                    timestamp,
                    scope,
                    trailer.orElse(null));
        }

        @Override
        public boolean takesChunksApart() {
            return true;
        }
    }

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
