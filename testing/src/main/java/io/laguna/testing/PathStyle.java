package io.laguna.testing;

import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The setting that puts buckets into the path of a request: here buckets have no names in DNS. */
final class PathStyle {
    private PathStyle() {}

    /** Forces path style on a builder of S3; other services' builders stay as they are. */
    static void force(Object builder) {
        if (builder instanceof S3ClientBuilder s3) {
            s3.forcePathStyle(true);
        }
        if (builder instanceof S3AsyncClientBuilder s3) {
            s3.forcePathStyle(true);
        }
    }
}
