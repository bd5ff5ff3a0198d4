package io.laguna.emulator.s3;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.checksum.ChecksumValidatingInputStream;
import org.gaul.s3proxy.checksum.ChunkedInputStream;
import org.gaul.s3proxy.checksum.FlexChecksum;

/** The check of a body against the promise of its signature, made as the body is read. */
public sealed interface PayloadCheck {
    /**
     * Returns the body, which fails with S3's own error as soon as it breaks the promise.
     *
     * @param length as the request announced it, or -1
     * @param trailer the header of the checksum that follows the body
     */
    InputStream over(InputStream body, long length, Optional<String> trailer);

    /** Tells whether {@link #over} removes the framing of chunks. */
    default boolean takesChunksApart() {
        return false;
    }

    /** The check of a body of which nothing is promised. */
    record None() implements PayloadCheck {
        @Override
        public InputStream over(InputStream body, long length, Optional<String> trailer) {
            return body;
        }
    }

    /** The check against the body's SHA-256, in hexadecimal digits. */
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
     * The check of a body whose chunks are signed one by one
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

    /** The key of a signature, derived from the secret for one day, region and service. No log line shows it. */
    final class SigningKey {
        private final byte[] bytes;

        /** Creates a key from a copy of the bytes. */
        public SigningKey(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
