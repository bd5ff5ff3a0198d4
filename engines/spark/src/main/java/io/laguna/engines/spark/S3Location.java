package io.laguna.engines.spark;

import java.util.Optional;

/**
 * A location {@code s3://bucket/key}.
 *
 * @param key may be empty, or a prefix
 */
record S3Location(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /** Returns the location that a path names, or nothing for a path of this machine. */
    static Optional<S3Location> of(String path) {
        if (!path.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String rest = path.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        return Optional.of(
                slash < 0
                        ? new S3Location(rest, "")
                        : new S3Location(rest.substring(0, slash), rest.substring(slash + 1)));
    }

    /** Returns this location as a folder: its key is empty, or has a slash at its end. */
    S3Location asFolder() {
        return key.isEmpty() || key.endsWith("/") ? this : new S3Location(bucket, key + "/");
    }

    S3Location resolve(String relative) {
        return new S3Location(bucket, key + relative);
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
