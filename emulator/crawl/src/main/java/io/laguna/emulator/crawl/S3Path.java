package io.laguna.emulator.crawl;

/**
 * A folder of a bucket.
 *
 * @param prefix of the keys inside: empty for the bucket itself, and otherwise with a slash at its end
 */
public record S3Path(String bucket, String prefix) {
    public S3Path {
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /**
     * Reads an include path: {@code s3://bucket/folder}, with or without a slash at its end. It names a folder and is no
     * prefix of names.
     *
     * @throws IllegalArgumentException when it is no path of S3
     */
    public static S3Path of(String path) {
        String rest = withoutScheme(path);
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("Not a path of S3: " + path);
        }
        return new S3Path(bucket, slash < 0 ? "" : rest.substring(slash + 1));
    }

    private static String withoutScheme(String path) {
        for (String scheme : new String[] {"s3://", "s3a://", "s3n://"}) {
            if (path.startsWith(scheme)) {
                return path.substring(scheme.length());
            }
        }
        if (path.contains("://")) {
            throw new IllegalArgumentException("Not a path of S3: " + path);
        }
        return path;
    }

    /** Returns the address, with a slash at its end. */
    public String location() {
        return "s3://" + bucket + "/" + prefix;
    }

    /** Tells whether an address is this folder or inside it. */
    public boolean contains(String location) {
        return location.startsWith(location()) || (location + "/").equals(location());
    }
}
