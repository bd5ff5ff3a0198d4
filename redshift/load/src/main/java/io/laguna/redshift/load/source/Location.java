package io.laguna.redshift.load.source;

import java.util.Optional;

/** A place in S3: an object, or what keys begin with. */
public record Location(String bucket, String key) {
    private static final String SCHEME = "s3://";

    /** Reads {@code s3://bucket/key}; a scheme has no case. */
    public static Optional<Location> of(String url) {
        if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String rest = url.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        return bucket.isEmpty()
                ? Optional.empty()
                : Optional.of(new Location(bucket, slash < 0 ? "" : rest.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
