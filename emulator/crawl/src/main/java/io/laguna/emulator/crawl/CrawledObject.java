package io.laguna.emulator.crawl;

import java.time.Instant;

/**
 * An object of a bucket.
 *
 * @param size in bytes
 */
public record CrawledObject(String bucket, String key, long size, Instant lastModified, String eTag) {
    /** Returns the object's address, {@code s3://bucket/key}. */
    public String location() {
        return "s3://" + bucket + "/" + key;
    }
}
