package io.laguna.emulator.athena.result;

import java.util.Optional;

/**
 * A place in S3.
 *
 * @param key without a slash at its beginning; empty for the bucket itself
 */
public record S3Location(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /** Reads {@code s3://bucket/key}; empty for any other text. */
    public static Optional<S3Location> parse(String text) {
        if (!text.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String path = text.substring(SCHEME.length());
        int slash = path.indexOf('/');
        String bucket = slash < 0 ? path : path.substring(0, slash);
        String key = slash < 0 ? "" : path.substring(slash + 1);
        return bucket.isBlank() ? Optional.empty() : Optional.of(new S3Location(bucket, key));
    }

    /** Returns the location with a slash at its end, with which the keys below it begin. */
    public S3Location folder() {
        return key.isEmpty() || key.endsWith("/") ? this : new S3Location(bucket, key + "/");
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
