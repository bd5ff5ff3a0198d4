package io.laguna.emulator.s3;

import static io.laguna.emulator.s3.ServedS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.testkit.TurnedClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.NoSuchPublicAccessBlockConfigurationException;
import software.amazon.awssdk.services.s3control.model.Tag;

/** Versions, their locks, and the lifecycle that ends them. */
class VersionedBucketsTest {
    private final TurnedClock clock = new TurnedClock();

    @TempDir
    private Path folder;

    private ServedS3 served;
    private S3Client s3;

    @BeforeEach
    void open() {
        served = new ServedS3(folder, clock);
        s3 = served.client();
    }

    @AfterEach
    void close() {
        s3.close();
        served.close();
    }

    @Test
    void whatIsOverwrittenAndDeletedIsStillThere() {
        versioned("versions");
        String first = put("versions", "k", "one");
        put("versions", "k", "two");

        String marker =
                s3.deleteObject(request -> request.bucket("versions").key("k")).versionId();

        assertRefused(
                () -> s3.getObjectAsBytes(request -> request.bucket("versions").key("k")), 404, "NoSuchKey");
        assertRefused(
                () -> s3.getObjectAsBytes(
                        request -> request.bucket("versions").key("k").versionId(marker)),
                405,
                "MethodNotAllowed");
        assertThat(s3.getObjectAsBytes(
                                request -> request.bucket("versions").key("k").versionId(first))
                        .asUtf8String())
                .isEqualTo("one");
        ListObjectVersionsResponse all = s3.listObjectVersions(request -> request.bucket("versions"));
        assertThat(all.versions())
                .hasSize(2)
                .extracting(ObjectVersion::isLatest)
                .containsOnly(false);
        assertThat(all.deleteMarkers()).hasSize(1);
        s3.deleteObject(request -> request.bucket("versions").key("k").versionId(marker));
        assertThat(s3.getObjectAsBytes(request -> request.bucket("versions").key("k"))
                        .asUtf8String())
                .isEqualTo("two");
        assertRefused(() -> s3.deleteBucket(request -> request.bucket("versions")), 409, "BucketNotEmpty");
    }

    @Test
    void aLockedVersionStaysUntilItsTime() {
        s3.createBucket(request -> request.bucket("locked").objectLockEnabledForBucket(true));
        String governed = s3.putObject(
                        request -> request.bucket("locked")
                                .key("k")
                                .objectLockMode(ObjectLockMode.GOVERNANCE)
                                .objectLockRetainUntilDate(clock.instant().plus(Duration.ofDays(2))),
                        RequestBody.fromString("kept"))
                .versionId();

        assertRefused(() -> delete("locked", governed, false), 403, "AccessDenied");
        s3.putObjectLegalHold(request ->
                request.bucket("locked").key("k").legalHold(hold -> hold.status(ObjectLockLegalHoldStatus.ON)));
        assertRefused(() -> delete("locked", governed, true), 403, "AccessDenied");
        s3.putObjectLegalHold(request ->
                request.bucket("locked").key("k").legalHold(hold -> hold.status(ObjectLockLegalHoldStatus.OFF)));
        clock.forward(Duration.ofDays(3));
        delete("locked", governed, false);

        assertThat(s3.listObjectVersions(request -> request.bucket("locked")).versions())
                .isEmpty();
    }

    @Test
    void aSweepEndsWhatALifecycleEnds() {
        versioned("swept");
        put("swept", "logs/a", "old");
        put("swept", "logs/a", "new");
        put("swept", "kept/a", "other");
        String upload = s3.createMultipartUpload(
                        request -> request.bucket("swept").key("logs/never"))
                .uploadId();
        s3.putBucketLifecycleConfiguration(request -> request.bucket("swept")
                .lifecycleConfiguration(configuration -> configuration.rules(LifecycleRule.builder()
                        .id("logs")
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix("logs/"))
                        .expiration(expiration -> expiration.days(10))
                        .noncurrentVersionExpiration(expiration -> expiration.noncurrentDays(3))
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(2))
                        .build())));
        assertThat(s3.headObject(request -> request.bucket("swept").key("logs/a"))
                        .expiration())
                .contains("rule-id=\"logs\"");

        served.service().sweep();
        assertThat(s3.listMultipartUploads(request -> request.bucket("swept")).uploads())
                .extracting(each -> each.uploadId())
                .containsExactly(upload);
        clock.forward(Duration.ofDays(5));
        served.service().sweep();
        assertThat(s3.listMultipartUploads(request -> request.bucket("swept")).uploads())
                .isEmpty();
        assertThat(s3.listObjectVersions(request -> request.bucket("swept").prefix("logs/"))
                        .versions())
                .hasSize(1);
        clock.forward(Duration.ofDays(10));
        served.service().sweep();

        assertThat(s3.listObjectsV2(request -> request.bucket("swept")).contents())
                .extracting(each -> each.key())
                .containsExactly("kept/a");
    }

    @Test
    void aSweepThatIsToEndEndsNothingMore() {
        versioned("unswept");
        s3.createMultipartUpload(request -> request.bucket("unswept").key("never"));
        s3.putBucketLifecycleConfiguration(request -> request.bucket("unswept")
                .lifecycleConfiguration(configuration -> configuration.rules(LifecycleRule.builder()
                        .status(ExpirationStatus.ENABLED)
                        .filter(filter -> filter.prefix(""))
                        .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(2))
                        .build())));
        clock.forward(Duration.ofDays(5));
        served.service().close();

        served.service().sweep();

        assertThat(s3.listMultipartUploads(request -> request.bucket("unswept")).uploads())
                .hasSize(1);
    }

    @Test
    void tagsOfABucketAreOneForS3AndS3Control() throws IOException {
        s3.createBucket(request -> request.bucket("tagged"));
        try (S3ControlClient control = served.control()) {
            control.tagResource(request -> request.accountId("000000000000")
                    .resourceArn("arn:aws:s3:::tagged")
                    .tags(Tag.builder().key("team").value("lake").build()));

            assertThat(s3.getBucketTagging(request -> request.bucket("tagged")).tagSet())
                    .extracting(each -> each.key() + "=" + each.value())
                    .containsExactly("team=lake");
            assertThat(served.raw("GET /v20180820/tags/arn%3Aaws%3As3%3A%3A%3Atagged HTTP/1.1\r\n"
                            + "Host: 000000000000.localhost\r\nx-amz-account-id: 000000000000\r\n"
                            + "Connection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("<Key>team</Key><Value>lake</Value>");
            control.untagResource(request -> request.accountId("000000000000")
                    .resourceArn("arn:aws:s3:::tagged")
                    .tagKeys("team"));
            assertThat(control.listTagsForResource(
                                    request -> request.accountId("000000000000").resourceArn("arn:aws:s3:::tagged"))
                            .tags())
                    .isEmpty();
        }
        assertRefused(() -> s3.getBucketTagging(request -> request.bucket("tagged")), 404, "NoSuchTagSet");
    }

    @Test
    void anAccountHasOnePublicAccessBlock() throws IOException {
        String request = " /v20180820/configuration/publicAccessBlock HTTP/1.1\r\nHost: 000000000000.localhost\r\n"
                + "x-amz-account-id: 000000000000\r\nConnection: close\r\n";
        String body = "<PublicAccessBlockConfiguration xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\">"
                + "<BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>";
        assertThat(served.raw("GET" + request + "\r\n"))
                .startsWith("HTTP/1.1 404")
                .contains("<Code>NoSuchPublicAccessBlockConfiguration</Code>");

        assertThat(served.raw("PUT" + request + "Content-Type: application/xml\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 200");
        assertThat(served.raw("GET" + request + "\r\n"))
                .startsWith("HTTP/1.1 200")
                .contains("<BlockPublicAcls>true</BlockPublicAcls>", "<BlockPublicPolicy>false</BlockPublicPolicy>");

        try (S3ControlClient control = served.control()) {
            assertThat(control.getPublicAccessBlock(get -> get.accountId("000000000000"))
                            .publicAccessBlockConfiguration()
                            .blockPublicAcls())
                    .isTrue();
            assertRefused(
                    () -> control.getPublicAccessBlock(get -> get.accountId("111111111111")), 403, "AccessDenied");
            control.deletePublicAccessBlock(delete -> delete.accountId("000000000000"));
            control.deletePublicAccessBlock(delete -> delete.accountId("000000000000"));
            assertThatThrownBy(() -> control.getPublicAccessBlock(get -> get.accountId("000000000000")))
                    .isInstanceOf(NoSuchPublicAccessBlockConfigurationException.class);
        }
        assertThat(s3.listBuckets().buckets()).isEmpty();
    }

    private void delete(String bucket, String version, boolean bypass) {
        s3.deleteObject(
                request -> request.bucket(bucket).key("k").versionId(version).bypassGovernanceRetention(bypass));
    }

    private void versioned(String bucket) {
        s3.createBucket(request -> request.bucket(bucket));
        s3.putBucketVersioning(request -> request.bucket(bucket)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    private String put(String bucket, String key, String text) {
        return s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(text))
                .versionId();
    }
}
