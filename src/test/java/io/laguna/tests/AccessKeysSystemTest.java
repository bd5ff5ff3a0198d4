package io.laguna.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.process.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Tests of a lake that takes known keys alone, with keys that IAM makes. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessKeysSystemTest {
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"000000000000\"},\"Action\":\"sts:AssumeRole\"}]}";

    private Lake lake;
    private IamClient iam;

    @BeforeAll
    void startTheLake(@TempDir Path folder) {
        Workspace workspace = Workspace.of(LagunaCommand.home(), folder);
        lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()).withSignatures(), (engine, elapsed) -> {});
        iam = LakeClients.of(lake.addresses().endpoint(), workspace.state()).client(IamClient.builder());
    }

    @AfterAll
    void stopTheLake() {
        iam.close();
        lake.close();
    }

    @Test
    void aUsersKeyIsTakenAndTellsWhoItIs() {
        AccessKey key = key("anna", "/team/");

        try (StsClient sts = client(StsClient.builder(), credentials(key));
                IamClient own = client(IamClient.builder(), credentials(key));
                GlueClient glue = client(GlueClient.builder(), credentials(key));
                GlueClient wrong =
                        client(GlueClient.builder(), AwsBasicCredentials.create(key.accessKeyId(), "guessed"))) {
            assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::000000000000:user/team/anna");
            assertThat(sts.getCallerIdentity().userId())
                    .isEqualTo(iam.getUser(get -> get.userName("anna")).user().userId());
            assertThat(own.getUser().user().userName()).isEqualTo("anna");
            assertThat(glue.getDatabases(get -> {}).databaseList()).isNotEmpty();
            assertThatThrownBy(() -> wrong.getDatabases(get -> {})).hasMessageContaining("does not match");
            assertThat(iam.getAccessKeyLastUsed(get -> get.accessKeyId(key.accessKeyId()))
                            .accessKeyLastUsed()
                            .serviceName())
                    .isEqualTo("glue");
        }
    }

    /** A request that began before the revocation may end well; one that begins after it is refused. */
    @Test
    void aKeyThatIsRevokedWhileInUseLetsNobodyInFromThenOn() throws Exception {
        AccessKey key = key("berta", "/");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (S3Client s3 = client(S3Client.builder().forcePathStyle(true), credentials(key))) {
            s3.createBucket(create -> create.bucket("revoked"));
            AtomicBoolean revoked = new AtomicBoolean();
            CountDownLatch busy = new CountDownLatch(20);
            Future<Boolean> writing = threads.submit(() -> {
                while (true) {
                    boolean before = revoked.get();
                    try {
                        s3.putObject(put -> put.bucket("revoked").key("a"), RequestBody.fromString("a"));
                        busy.countDown();
                        if (before) {
                            return false;
                        }
                    } catch (S3Exception e) {
                        return e.awsErrorDetails().errorCode().equals("InvalidAccessKeyId");
                    }
                }
            });
            busy.await();
            iam.updateAccessKey(update ->
                    update.userName("berta").accessKeyId(key.accessKeyId()).status(StatusType.INACTIVE));
            revoked.set(true);

            assertThat(writing.get())
                    .as("the first refusal is that of the revoked key")
                    .isTrue();
            iam.updateAccessKey(update ->
                    update.userName("berta").accessKeyId(key.accessKeyId()).status(StatusType.ACTIVE));
            s3.putObject(put -> put.bucket("revoked").key("b"), RequestBody.fromString("b"));
            iam.deleteAccessKey(delete -> delete.userName("berta").accessKeyId(key.accessKeyId()));
            assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket("revoked")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("does not exist in our records");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onceAnAccountHasARoleOnlyItsRolesCanBeAssumed() {
        AccessKey key = key("carla", "/");
        Role role = iam.createRole(create -> create.roleName("etl")
                        .path("/service-role/")
                        .maxSessionDuration(3600)
                        .assumeRolePolicyDocument(TRUST))
                .role();
        try (StsClient sts = client(StsClient.builder(), credentials(key))) {
            assertThatThrownBy(() -> sts.assumeRole(assume -> assume.roleArn("arn:aws:iam::000000000000:role/none")
                            .roleSessionName("test")))
                    .isInstanceOf(AwsServiceException.class)
                    .hasMessageContaining("arn:aws:iam::000000000000:user/carla is not authorized to perform:"
                            + " sts:AssumeRole on resource: arn:aws:iam::000000000000:role/none");
            assertThatThrownBy(() -> sts.assumeRole(assume ->
                            assume.roleArn(role.arn()).durationSeconds(7200).roleSessionName("test")))
                    .hasMessageContaining("exceeds the MaxSessionDuration set for this role");

            Credentials session = sts.assumeRole(
                            assume -> assume.roleArn(role.arn()).roleSessionName("test"))
                    .credentials();
            AwsCredentials assumed = AwsSessionCredentials.create(
                    session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
            try (StsClient asRole = client(StsClient.builder(), assumed);
                    IamClient own = client(IamClient.builder(), assumed)) {
                assertThat(asRole.getCallerIdentity().userId()).isEqualTo(role.roleId() + ":test");
                assertThatThrownBy(own::getUser).hasMessageContaining("Must specify userName");
            }
        } finally {
            iam.deleteRole(delete -> delete.roleName("etl"));
        }
    }

    private AccessKey key(String user, String path) {
        iam.createUser(create -> create.userName(user).path(path));
        return iam.createAccessKey(create -> create.userName(user)).accessKey();
    }

    private static AwsCredentials credentials(AccessKey key) {
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    private <B extends AwsClientBuilder<B, C>, C> C client(AwsClientBuilder<B, C> builder, AwsCredentials credentials) {
        return builder.endpointOverride(URI.create(lake.addresses().endpoint()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build();
    }
}
