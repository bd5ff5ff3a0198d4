package io.laguna.emulator.s3.bucket;

import static io.laguna.emulator.s3.ServedS3.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.s3.ServedS3;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Tests of the documents that say who may use a bucket: policies, access control lists, ownership. */
class BucketAccessTest {
    private static final String OTHER = "id=" + "0123456789abcdef".repeat(4);

    @TempDir
    private static Path folder;

    private static ServedS3 served;
    private static S3Client s3;

    @BeforeAll
    static void open() {
        served = new ServedS3(folder, Clock.systemUTC());
        s3 = served.client();
    }

    @AfterAll
    static void close() {
        s3.close();
        served.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*            | {}                                                    | true",
                "*            | {\"IpAddress\": {\"aws:SourceIp\": \"10.0.0.0/32\"}}  | false",
                "*            | {\"StringLike\": {\"aws:userid\": \"A*\"}}            | true",
                "111111111111 | {}                                                    | false"
            })
    void aPolicyIsPublicWhereItLetsAnybodyIn(String principal, String condition, boolean isPublic) {
        String bucket = "status";
        s3.createBucket(request -> request.bucket(bucket));
        s3.deletePublicAccessBlock(request -> request.bucket(bucket));
        s3.putBucketPolicy(request -> request.bucket(bucket)
                .policy(policy("Allow", "\"Principal\": {\"AWS\": \"" + principal + "\"}", condition)));

        assertThat(s3.getBucketPolicyStatus(request -> request.bucket(bucket))
                        .policyStatus()
                        .isPublic())
                .isEqualTo(isPublic);
    }

    @Test
    void aBucketWithoutAPolicyHasNoStatusOfOne() {
        s3.createBucket(request -> request.bucket("unpolitical"));

        assertRefused(
                () -> s3.getBucketPolicyStatus(request -> request.bucket("unpolitical")), 404, "NoSuchBucketPolicy");
    }

    @Test
    void allButSomebodyMayBeDeniedAndNotAllowed() {
        String bucket = "but-somebody";
        String principal = "\"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111111111111:root\"}";
        s3.createBucket(request -> request.bucket(bucket));

        assertRefused(
                () -> s3.putBucketPolicy(request -> request.bucket(bucket).policy(policy("Allow", principal, "{}"))),
                400,
                "MalformedPolicy");
        s3.putBucketPolicy(request -> request.bucket(bucket).policy(policy("Deny", principal, "{}")));
    }

    @Test
    void grantsComeInOneOrder() {
        s3.createBucket(request -> request.bucket("granted")
                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                .grantFullControl(OTHER)
                .grantWriteACP(OTHER)
                .grantReadACP(OTHER)
                .grantWrite(OTHER)
                .grantRead(OTHER));

        assertThat(s3.getBucketAcl(request -> request.bucket("granted")).grants())
                .extracting(Grant::permission)
                .containsExactly(
                        Permission.READ,
                        Permission.WRITE,
                        Permission.READ_ACP,
                        Permission.WRITE_ACP,
                        Permission.FULL_CONTROL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-read", "authenticated-read", "log-delivery-write"})
    void aBucketThatIsOpenToOthersKeepsItsLists(String acl) {
        String bucket = "open-to-" + acl;
        assertRefused(
                () -> s3.createBucket(request ->
                        request.bucket(bucket).acl(acl).objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)),
                400,
                "InvalidBucketAclWithObjectOwnership");
        s3.createBucket(request -> request.bucket(bucket).objectOwnership(ObjectOwnership.OBJECT_WRITER));
        s3.deletePublicAccessBlock(request -> request.bucket(bucket));
        s3.putBucketAcl(request -> request.bucket(bucket).acl(acl));

        assertRefused(() -> enforceOwner(bucket), 400, "InvalidBucketAclWithObjectOwnership");
        s3.putBucketAcl(request -> request.bucket(bucket).acl(BucketCannedACL.PRIVATE));
        enforceOwner(bucket);

        assertRefused(
                () -> s3.putBucketAcl(request -> request.bucket(bucket).acl(acl)),
                400,
                "AccessControlListNotSupported");
    }

    @Test
    void aNewBucketIsItsOwnersAlone() {
        String bucket = "new";
        s3.createBucket(request -> request.bucket(bucket).acl(BucketCannedACL.PRIVATE));

        assertThat(s3.getBucketOwnershipControls(request -> request.bucket(bucket))
                        .ownershipControls()
                        .rules())
                .extracting(OwnershipControlsRule::objectOwnership)
                .containsExactly(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        assertThat(s3.getPublicAccessBlock(request -> request.bucket(bucket)).publicAccessBlockConfiguration())
                .isEqualTo(PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)
                        .build());
        for (ObjectCannedACL acl : List.of(ObjectCannedACL.PUBLIC_READ, ObjectCannedACL.AUTHENTICATED_READ)) {
            assertRefused(
                    () -> s3.putObject(
                            request -> request.bucket(bucket).key("k").acl(acl), RequestBody.fromString("x")),
                    400,
                    "AccessControlListNotSupported");
        }
        for (ObjectCannedACL acl : List.of(ObjectCannedACL.PRIVATE, ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL)) {
            s3.putObject(request -> request.bucket(bucket).key("k").acl(acl), RequestBody.fromString("x"));
        }
        assertRefused(
                () -> s3.putObjectAcl(request -> request.bucket(bucket).key("k").acl(ObjectCannedACL.PRIVATE)),
                400,
                "AccessControlListNotSupported");
        assertRefused(
                () -> s3.putBucketPolicy(
                        request -> request.bucket(bucket).policy(policy("Allow", "\"Principal\": \"*\"", "{}"))),
                403,
                "AccessDenied");
    }

    @Test
    void aBucketIsCreatedWithNoPublicList() {
        assertRefused(
                () -> s3.createBucket(request -> request.bucket("public").acl(BucketCannedACL.PUBLIC_READ)),
                400,
                "InvalidBucketAclWithObjectOwnership");
        assertRefused(
                () -> s3.createBucket(request -> request.bucket("public")
                        .acl(BucketCannedACL.PUBLIC_READ)
                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)),
                400,
                "InvalidBucketAclWithBlockPublicAccessError");

        assertRefused(() -> s3.getBucketAcl(request -> request.bucket("public")), 404, "NoSuchBucket");
    }

    private static void enforceOwner(String bucket) {
        s3.putBucketOwnershipControls(request -> request.bucket(bucket)
                .ownershipControls(controls -> controls.rules(OwnershipControlsRule.builder()
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .build())));
    }

    private static String policy(String effect, String principal, String condition) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Effect": "%s", %s, "Action": "s3:ListBucket",
                 "Resource": "arn:aws:s3:::any", "Condition": %s}]}"""
                .formatted(effect, principal, condition);
    }
}
