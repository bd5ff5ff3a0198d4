package io.laguna.emulator.edge.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.emulator.edge.TestEdge;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Tests of signatures made with temporary credentials. */
class TemporaryCredentialsTest {
    @TempDir
    private static Path folder;

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = TestEdge.withKeys(folder).withBucket("raw");
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void temporaryCredentialsAreTaken() {
        try (StsClient sts = edge.sts()) {
            Credentials given = sts.assumeRole(request -> request.roleArn("arn:aws:iam::210987654321:role/etl")
                            .roleSessionName("nightly"))
                    .credentials();
            AwsCredentials session =
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
            AwsCredentials forged = AwsSessionCredentials.create(
                    given.accessKeyId(), given.secretAccessKey(), "A" + given.sessionToken());
            AwsCredentials bare = AwsBasicCredentials.create(given.accessKeyId(), given.secretAccessKey());

            edge.s3(session).putObject(request -> request.bucket("raw").key("role"), RequestBody.fromString("x"));
            assertThat(edge.sts(session).getCallerIdentity().arn())
                    .isEqualTo("arn:aws:sts::210987654321:assumed-role/etl/nightly");
            assertThat(edge.glue(session)
                            .getDatabases(request -> {})
                            .databaseList()
                            .get(0)
                            .locationUri())
                    .contains(":210987654321:");
            Refused.check(() -> edge.s3(forged).listBuckets(), 400, "InvalidToken");
            Refused.check(() -> edge.glue(forged).getDatabases(request -> {}), 400, "UnrecognizedClientException");
            Refused.check(() -> edge.s3(bare).listBuckets(), 403, "InvalidAccessKeyId");
        }
    }

    @Test
    void temporaryCredentialsEnd(@TempDir Path other) {
        Credentials given;
        try (TestEdge first =
                        TestEdge.withKeysAndClock(other, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-14)));
                StsClient sts = first.sts()) {
            given = sts.getSessionToken(request -> request.durationSeconds(900)).credentials();
        }
        AwsCredentials session =
                AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
        try (TestEdge restarted = TestEdge.withKeysAndClock(other, Clock.systemUTC())) {
            assertThat(restarted.sts(session).getCallerIdentity().arn()).endsWith(":user/tester");
        }
        try (TestEdge later =
                TestEdge.withKeysAndClock(other, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)))) {
            Refused.check(() -> later.s3(session).listBuckets(), 400, "ExpiredToken");
            Refused.check(() -> later.glue(session).getDatabases(request -> {}), 400, "ExpiredTokenException");
            Refused.check(() -> later.sts(session).getCallerIdentity(), 403, "ExpiredToken");
        }
    }
}
