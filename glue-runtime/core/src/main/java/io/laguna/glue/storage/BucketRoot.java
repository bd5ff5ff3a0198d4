package io.laguna.glue.storage;

import java.util.regex.Pattern;

/**
 * The root of a bucket, which jobs may write without a slash: {@code s3://bucket}. Hadoop takes such a path for one below the
 * user's folder in that bucket.
 */
public final class BucketRoot {
    private static final Pattern WITHOUT_SLASH = Pattern.compile("s3[an]?://[^/]+");

    private BucketRoot() {}

    /** Returns a path with the slash that it lacks when it names a bucket alone. */
    public static String withSlash(String path) {
        return WITHOUT_SLASH.matcher(path).matches() ? path + "/" : path;
    }
}
