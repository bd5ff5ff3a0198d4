package io.laguna.emulator.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Tests of the Security Token Service. */
class SecurityTokensTest {
    private static final String ROLE = "arn:aws:iam::210987654321:role/service-role/etl";

    @TempDir
    private static Path folder;

    private static TestEdge edge;
    private static StsClient sts;

    @BeforeAll
    static void start() {
        edge = TestEdge.open(folder);
        sts = edge.sts(AwsBasicCredentials.create("111122223333", "any"));
    }

    @AfterAll
    static void stop() {
        sts.close();
        edge.close();
    }

    @Test
    void aTwelveDigitKeyIsItsOwnAccount() {
        GetCallerIdentityResponse identity = sts.getCallerIdentity();

        assertThat(identity.account()).isEqualTo("111122223333");
        assertThat(identity.arn()).isEqualTo("arn:aws:iam::111122223333:user/laguna");
        assertThat(identity.userId()).matches("AIDA[A-Z2-7]{17}");
    }

    @Test
    void anAssumedRoleIsTheCallerInItsOwnAccount() {
        AssumeRoleResponse assumed = sts.assumeRole(
                request -> request.roleArn(ROLE).roleSessionName("nightly").durationSeconds(900));

        assertThat(assumed.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::210987654321:assumed-role/etl/nightly");
        assertThat(assumed.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:nightly");
        assertThat(Duration.between(Instant.now(), assumed.credentials().expiration()))
                .isBetween(Duration.ofSeconds(880), Duration.ofSeconds(900));
        GetCallerIdentityResponse identity = as(assumed.credentials()).getCallerIdentity();
        assertThat(identity.arn()).isEqualTo(assumed.assumedRoleUser().arn());
        assertThat(identity.userId()).isEqualTo(assumed.assumedRoleUser().assumedRoleId());
        assertThat(identity.account()).isEqualTo("210987654321");
    }

    @Test
    void everySessionHasCredentialsOfItsOwn() {
        Credentials one = sts.getSessionToken().credentials();
        Credentials two = sts.getSessionToken().credentials();

        assertThat(one.accessKeyId()).matches("ASIA[A-Z2-7]{16}").isNotEqualTo(two.accessKeyId());
        assertThat(one.secretAccessKey()).hasSize(40).isNotEqualTo(two.secretAccessKey());
        assertThat(as(one).getCallerIdentity().arn()).isEqualTo("arn:aws:iam::111122223333:user/laguna");
    }

    @Test
    void aSessionCannotAskForASessionToken() {
        Credentials session = sts.getSessionToken().credentials();

        assertThatThrownBy(() -> as(session).getSessionToken())
                .isInstanceOf(StsException.class)
                .hasMessageContaining("Cannot call GetSessionToken with session credentials");
    }

    @Test
    void aChainOfRolesEndsAfterAnHour() {
        Credentials first = sts.assumeRole(request -> request.roleArn(ROLE).roleSessionName("first"))
                .credentials();

        assertThatThrownBy(() -> as(first)
                        .assumeRole(request ->
                                request.roleArn(ROLE).roleSessionName("second").durationSeconds(3601)))
                .hasMessageContaining("exceeds the 1 hour session limit for roles assumed by role chaining");
    }

    @Test
    void anAccessKeyTellsItsAccount() {
        Credentials session = sts.assumeRole(request -> request.roleArn(ROLE).roleSessionName("keys"))
                .credentials();

        assertThat(sts.getAccessKeyInfo(request -> request.accessKeyId(session.accessKeyId()))
                        .account())
                .isEqualTo("210987654321");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "nightly | 899 | Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value"
                        + " greater than or equal to 900",
                "nightly | 43201 | Member must have value less than or equal to 43200",
                "x | 900 | Value 'x' at 'roleSessionName' failed to satisfy constraint: Member must have length greater"
                        + " than or equal to 2",
                "a b | 900 | Member must satisfy regular expression pattern: [\\w+=,.@-]*",
                "- | 900 | 1 validation error detected: Value null at 'roleSessionName' failed to satisfy constraint:"
                        + " Member must not be null",
                "- | 1 | 2 validation errors detected"
            })
    void whatAwsDoesNotTakeIsRefusedInItsWords(String session, int seconds, String message) {
        assertThatThrownBy(() -> sts.assumeRole(request ->
                        request.roleArn(ROLE).roleSessionName(session).durationSeconds(seconds)))
                .isInstanceOfSatisfying(StsException.class, failure -> {
                    assertThat(failure.statusCode()).isEqualTo(400);
                    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                })
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoRoleCannotBeAssumed() {
        assertThatThrownBy(() -> sts.assumeRole(request ->
                        request.roleArn("arn:aws:iam::1234:role/short").roleSessionName("nightly")))
                .hasMessageContaining("arn:aws:iam::1234:role/short is invalid");
        assertThatThrownBy(() -> sts.assumeRole(request ->
                        request.roleArn(ROLE).roleSessionName("nightly").policy("{\"Statement\"")))
                .isInstanceOf(MalformedPolicyDocumentException.class);
    }

    @Test
    void aWebIdentityGetsCredentialsWithoutASignature() {
        try (StsClient anonymous = anonymous(edge)) {
            AssumeRoleWithWebIdentityResponse given =
                    anonymous.assumeRoleWithWebIdentity(request -> request.roleArn(ROLE)
                            .roleSessionName("pod")
                            .webIdentityToken(token(Instant.now().plusSeconds(60))));

            assertThat(given.subjectFromWebIdentityToken()).isEqualTo("system:serviceaccount:default:etl");
            assertThat(given.audience()).isEqualTo("sts.amazonaws.com");
            assertThat(given.provider()).isEqualTo("https://issuer.example");
            assertThat(as(given.credentials()).getCallerIdentity().arn()).endsWith(":assumed-role/etl/pod");
        }
    }

    @Test
    void aWebIdentityTokenMustBeOneAndMustNotHaveEnded() {
        try (StsClient anonymous = anonymous(edge)) {
            assertThatThrownBy(() -> anonymous.assumeRoleWithWebIdentity(request ->
                            request.roleArn(ROLE).roleSessionName("pod").webIdentityToken("no token")))
                    .isInstanceOf(InvalidIdentityTokenException.class)
                    .hasMessageContaining("is not a valid JWT");
            assertThatThrownBy(() -> anonymous.assumeRoleWithWebIdentity(request -> request.roleArn(ROLE)
                            .roleSessionName("pod")
                            .webIdentityToken(token(Instant.now().minusSeconds(60)))))
                    .isInstanceOf(ExpiredTokenException.class);
        }
    }

    /** Laguna cannot tell who signed a token: where callers must prove who they are, no token is taken. */
    @Test
    void noWebIdentityIsTakenWhereKeysAreAskedFor(@TempDir Path other) {
        try (TestEdge strict = TestEdge.withKeys(other);
                StsClient anonymous = anonymous(strict)) {
            assertThatThrownBy(() -> anonymous.assumeRoleWithWebIdentity(request -> request.roleArn(ROLE)
                            .roleSessionName("pod")
                            .webIdentityToken(token(Instant.now().plusSeconds(60)))))
                    .isInstanceOf(InvalidIdentityTokenException.class)
                    .hasMessageContaining("No OpenIDConnect provider found in your account for https://issuer.example");
        }
    }

    private static StsClient as(Credentials credentials) {
        return edge.sts(AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    private static StsClient anonymous(TestEdge at) {
        return StsClient.builder()
                .endpointOverride(at.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    private static String token(Instant end) {
        return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + part("{\"iss\":\"https://issuer.example\",\"sub\":\"system:serviceaccount:default:etl\","
                        + "\"aud\":[\"sts.amazonaws.com\"],\"exp\":" + end.getEpochSecond() + "}")
                + "." + part("signature");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
