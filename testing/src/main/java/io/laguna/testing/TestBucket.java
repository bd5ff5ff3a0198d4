package io.laguna.testing;

import java.nio.file.Path;

/**
 * A bucket that is empty when a test begins and gone when it has ended.
 *
 * @param folder where its objects are files
 */
public record TestBucket(String name, Path folder) {
    /** Returns {@code s3://bucket/key}. */
    public String uri(String key) {
        return "s3://" + name + "/" + key;
    }
}
