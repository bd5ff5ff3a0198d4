package io.laguna.emulator.s3.bucket;

import static io.laguna.emulator.s3.ServedS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.ServedS3;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;

/** Tests of the regions in which a bucket may be made, by the region whose endpoint is called. */
class BucketPlacesTest {
    @TempDir
    private static Path folder;

    private static ServedS3 served;

    @BeforeAll
    static void open() {
        served = new ServedS3(folder, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, , us-east-1",
        "us-east-1, eu-west-1, eu-west-1",
        "us-east-1, EU, eu-west-1",
        "eu-west-1, EU, eu-west-1",
        "us-west-2, us-west-2, us-west-2"
    })
    void aBucketIsWhereTheConstraintSays(String endpoint, String constraint, String region) {
        try (S3Client s3 = served.client(Region.of(endpoint))) {
            String bucket = UUID.randomUUID().toString();

            s3.createBucket(request(bucket, constraint));

            assertThat(s3.headBucket(head -> head.bucket(bucket)).bucketRegion())
                    .isEqualTo(region);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, us-east-1, InvalidLocationConstraint",
        "us-east-1, nowhere, InvalidLocationConstraint",
        "us-west-2, us-east-1, IllegalLocationConstraintException",
        "us-west-2, EU, IllegalLocationConstraintException"
    })
    void anotherConstraintIsRefused(String endpoint, String constraint, String code) {
        try (S3Client s3 = served.client(Region.of(endpoint))) {
            assertRefused(() -> s3.createBucket(request("refused", constraint)), 400, code);
        }
    }

    @Test
    void anotherRegionThanTheFirstWantsItsName() throws IOException {
        // The SDK's client would add it.
        String answer =
                served.raw("PUT /unplaced HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                        + "Authorization: AWS4-HMAC-SHA256 Credential=key/20260101/us-west-2/s3/aws4_request, SignedHeaders=host,"
                        + " Signature=0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains(
                        "<Code>IllegalLocationConstraintException</Code><Message>The unspecified location constraint");
    }

    private static CreateBucketRequest request(String bucket, String constraint) {
        return CreateBucketRequest.builder()
                .bucket(bucket)
                .createBucketConfiguration(configuration -> configuration.locationConstraint(constraint))
                .build();
    }
}
