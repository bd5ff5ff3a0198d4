package io.laguna.testing;

import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Buckets in the path of a request: here they have no names in DNS. */
final class PathStyle {
    private PathStyle() {}

    /** Does nothing to the builders of other services. */
    static void force(Object builder) {
        if (builder instanceof S3ClientBuilder s3) {
            s3.forcePathStyle(true);
        }
        if (builder instanceof S3AsyncClientBuilder s3) {
            s3.forcePathStyle(true);
        }
    }
}
