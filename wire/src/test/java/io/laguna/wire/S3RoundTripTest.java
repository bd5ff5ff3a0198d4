package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Tests of S3 like those of {@link RoundTripTest}, whose client does more than its model says: it computes checksums,
 * checks names, and puts parts of a request together.
 */
class S3RoundTripTest {
    private static final int ROUNDS = 4;

    private static final Set<String> LEFT_OUT = Set.of(
            // The client refuses names that no bucket may have, such as random ones.
            "CreateBucket",
            // Its answer's root element is known from AWS's model only.
            "GetBucketLocation",
            // Only its host differs from that of ListBuckets.
            "ListDirectoryBuckets");

    private static final Set<String> OF_CLIENT = Set.of(
            // The client sends the checksum of what it sends, and checks what it reads.
            "ChecksumAlgorithm",
            "ChecksumCRC32",
            "ChecksumCRC32C",
            "ChecksumCRC64NVME",
            "ChecksumSHA1",
            "ChecksumSHA256",
            // It puts bodies into frames.
            "ContentEncoding",
            "ContentLength",
            // It has a default of its own.
            "ContentType",
            // It makes CopySource of them.
            "SourceBucket",
            "SourceKey",
            "SourceVersionId",
            // It reads one header as both.
            "Expires",
            "ExpiresString",
            // It cannot tell none from empty ones.
            "Metadata");

    @Test
    void everyOperationIsReadAndWrittenAsTheSdkDoes() throws IOException {
        ServiceDescription service = Indexes.of(S3Client.class);

        RoundTrip.Counts counts = new RoundTrip(S3Client.class, service, LEFT_OUT, OF_CLIENT).all(ROUNDS);

        assertThat(counts.operations).isGreaterThan(100);
        assertThat(counts.requests).isEqualTo(counts.operations * ROUNDS);
        assertThat(counts.responses).isEqualTo(counts.requests);
        assertThat(counts.exceptions).isGreaterThan(10);
    }
}
