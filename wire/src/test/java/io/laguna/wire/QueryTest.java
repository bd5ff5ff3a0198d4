package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.CreateClusterRequest;
import software.amazon.awssdk.services.redshift.model.DescribeEventsRequest;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.sts.model.Tag;

class QueryTest {
    private static final ServiceDescription STS = refined(StsClient.class);
    private static final ServiceDescription REDSHIFT = refined(RedshiftClient.class);

    private final Wire sts = new Wire(STS);
    private final Wire redshift = new Wire(REDSHIFT);

    @Test
    void listsAreTakenInTheirNumbersOrderWithGapsClosed() throws MalformedRequestException {
        WireRequest sent = Sent.form("Action=AssumeRole&Version=2011-06-15&RoleArn=arn%3Aaws%3Ax&DurationSeconds=900"
                + "&Tags.member.10.Key=ten&Tags.member.10.Value=10&Tags.member.2.Key=two+2&Tags.member.2.Value=%3D");

        Operation operation = STS.operation(sent).orElseThrow();

        assertThat(operation.name()).isEqualTo("AssumeRole");
        assertThat(sts.decode(operation, sent))
                .isEqualTo(AssumeRoleRequest.builder()
                        .roleArn("arn:aws:x")
                        .durationSeconds(900)
                        .tags(
                                Tag.builder().key("two 2").value("=").build(),
                                Tag.builder().key("ten").value("10").build())
                        .build());
    }

    @Test
    void aListsOwnNameAndMemberAreBothUnderstood() throws MalformedRequestException {
        for (String name : new String[] {"VpcSecurityGroupId", "member"}) {
            WireRequest sent = Sent.form("Action=CreateCluster&VpcSecurityGroupIds." + name + ".1=sg-1");

            CreateClusterRequest request = (CreateClusterRequest)
                    redshift.decode(REDSHIFT.operation(sent).orElseThrow(), sent);

            assertThat(request.vpcSecurityGroupIds()).containsExactly("sg-1");
        }
    }

    @Test
    void timestampsAreIso() throws MalformedRequestException {
        WireRequest sent = Sent.form("Action=DescribeEvents&StartTime=2026-11-03T04%3A05%3A06Z");

        assertThat(redshift.decode(REDSHIFT.operation(sent).orElseThrow(), sent))
                .isEqualTo(DescribeEventsRequest.builder()
                        .startTime(Instant.parse("2026-11-03T04:05:06Z"))
                        .build());
    }

    @Test
    void aPresignedRequestHasItsParametersInTheQueryString() throws MalformedRequestException {
        WireRequest sent = Sent.get("/", "Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Signature=1.2.3");

        assertThat(sts.decode(STS.operation(sent).orElseThrow(), sent))
                .isEqualTo(GetCallerIdentityRequest.builder().build());
    }

    @Test
    void anUnknownActionAsksForNothing() {
        assertThat(STS.operation(Sent.form("Action=Fly"))).isEmpty();
        assertThat(STS.operation(Sent.form(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            DurationSeconds=long         | DurationSeconds: "long" is no integer
            DurationSeconds.member.1=1   | DurationSeconds: A structure stands where a single value is expected
            Tags.member.x.Key=k          | Tags: "x" stands where a number is expected
            Tags.other.1.Key=k           | Tags: "member" and a number are expected
            PolicyArns.member.1.arn.x=k  | PolicyArns[0].arn: A structure stands where a single value is expected
            """)
    void whatIsNoSuchRequestIsMalformedAndTheMessageSaysWhere(String parameter, String message) {
        WireRequest sent = Sent.form("Action=AssumeRole&" + parameter);
        assertThatThrownBy(() -> sts.decode(STS.operation(sent).orElseThrow(), sent))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aNameNestedTooDeepIsMalformed() {
        WireRequest sent = Sent.form("a.".repeat(10_000) + "=1");
        assertThatThrownBy(() -> sts.decode(STS.operations().get("AssumeRole"), sent))
                .isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void theAnswerIsWrappedAsAwsWrapsIt() {
        WireResponse response = sts.encode(
                STS.operations().get("GetCallerIdentity"),
                GetCallerIdentityResponse.builder()
                        .account("123456789012")
                        .userId("<&\u0001>")
                        .build(),
                "id-1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(Sent.text(response))
                .isEqualTo("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                        + "<GetCallerIdentityResult><UserId>&lt;&amp;\uFFFD&gt;</UserId><Account>123456789012</Account>"
                        + "</GetCallerIdentityResult>"
                        + "<ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
                        + "</GetCallerIdentityResponse>");
    }

    @Test
    void aFailureSaysWhoseFaultItIs() {
        assertThat(Sent.text(sts.encodeFailure(
                        ExpiredTokenException.builder().message("too late").build(), "id-1")))
                .isEqualTo("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"
                        + "<Type>Sender</Type><Code>ExpiredTokenException</Code><Message>too late</Message></Error>"
                        + "<RequestId>id-1</RequestId></ErrorResponse>");
        assertThat(Sent.text(sts.encodeFailure(503, "ServiceUnavailable", "later", "id-1")))
                .contains("<Type>Receiver</Type><Code>ServiceUnavailable</Code>");
    }

    @Test
    void anExceptionWithoutDetailsIsAnInternalFailure() {
        WireResponse response = sts.encodeFailure(
                (StsException) StsException.builder().message("oh").build(), "id-1");

        assertThat(response.status()).isEqualTo(500);
        assertThat(Sent.text(response)).contains("<Code>InternalFailure</Code><Message>oh</Message>");
    }

    private static ServiceDescription refined(Class<? extends SdkClient> client) {
        try (InputStream model = Models.open(client)) {
            return ServiceDescription.reflect(client).refinedBy(model);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
