package io.laguna.wire;

import static io.laguna.wire.Sample.field;
import static io.laguna.wire.Sample.listOf;
import static io.laguna.wire.Sample.mapOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.JsonValueTrait;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class RestTest {
    private static final ServiceDescription LAMBDA = ServiceDescription.reflect(LambdaClient.class);

    private final Wire wire = new Wire(LAMBDA);

    @Test
    void aBlobThatIsTheBodyIsTakenAsItIs() throws MalformedRequestException {
        WireRequest sent = new WireRequest(
                "POST",
                "/2015-03-31/functions/arn%3Aaws%3Alambda%3Af/invocations",
                "Qualifier=%24LATEST",
                Map.of("x-amz-invocation-type", List.of("Event")),
                new byte[] {1, 2, 3});

        assertThat(wire.decode(LAMBDA.operation(sent).orElseThrow(), sent))
                .isEqualTo(InvokeRequest.builder()
                        .functionName("arn:aws:lambda:f")
                        .qualifier("$LATEST")
                        .invocationType("Event")
                        .payload(SdkBytes.fromByteArray(new byte[] {1, 2, 3}))
                        .build());
    }

    @Test
    void membersAreInStatusHeadersAndBody() {
        WireResponse response = wire.encode(
                LAMBDA.operations().get("Invoke"),
                InvokeResponse.builder()
                        .statusCode(202)
                        .functionError("Unhandled\r\nSet-Cookie: x")
                        .payload(SdkBytes.fromUtf8String("{}"))
                        .build(),
                "id-1");

        assertThat(response.status()).isEqualTo(202);
        assertThat(response.headers())
                .containsEntry("X-Amz-Function-Error", List.of("Unhandled  Set-Cookie: x"))
                .containsEntry("x-amzn-RequestId", List.of("id-1"));
        assertThat(Sent.text(response)).isEqualTo("{}");
    }

    @Test
    void anExceptionsMembersGoWhereTheyBelong() {
        WireResponse response = wire.encodeFailure(
                TooManyRequestsException.builder()
                        .message("slow down")
                        .retryAfterSeconds("7")
                        .reason("CallerRateLimitExceeded")
                        .build(),
                "id-1");

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.headers())
                .containsEntry("Retry-After", List.of("7"))
                .containsEntry("x-amzn-ErrorType", List.of("TooManyRequestsException"));
        assertThat(Sent.text(response))
                .contains("\"message\":\"slow down\"", "\"Reason\":\"CallerRateLimitExceeded\"")
                .doesNotContain("Retry");
    }

    @Test
    void anExceptionThatIsNotModelledSaysWhatItsDetailsSay() {
        WireResponse response = wire.encodeFailure(
                (LambdaException) LambdaException.builder()
                        .statusCode(403)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AccessDeniedException")
                                .errorMessage("no")
                                .build())
                        .build(),
                "id-1");

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers()).containsEntry("x-amzn-ErrorType", List.of("AccessDeniedException"));
        assertThat(Sent.text(response)).isEqualTo("{\"message\":\"no\"}");
    }

    @Test
    void theMethodTellsOperationsOnOnePathApart() {
        assertThat(LAMBDA.operation(Sent.get("/2015-03-31/functions/", "MaxItems=3"))
                        .orElseThrow()
                        .name())
                .isEqualTo("ListFunctions");
        assertThat(LAMBDA.operation(Sent.get("/2015-03-31/functions/f", ""))
                        .orElseThrow()
                        .name())
                .isEqualTo("GetFunction");
        assertThat(LAMBDA.operation(Sent.get("/2018-10-31/layers", "find=LayerVersion&Arn=a"))
                        .orElseThrow()
                        .name())
                .isEqualTo("GetLayerVersionByArn");
        assertThat(LAMBDA.operation(Sent.get("/2018-10-31/layers", ""))
                        .orElseThrow()
                        .name())
                .isEqualTo("ListLayers");
        assertThat(LAMBDA.operation(Sent.get("/1999-01-01/nothing", ""))).isEmpty();
    }

    @Test
    void aQueryParameterOfTheWrongTypeIsMalformed() throws MalformedRequestException {
        Operation operation = LAMBDA.operations().get("ListFunctions");
        assertThat(wire.decode(operation, Sent.get("/2015-03-31/functions", "MaxItems=3")))
                .isEqualTo(ListFunctionsRequest.builder().maxItems(3).build());
        assertThatThrownBy(() -> wire.decode(operation, Sent.get("/2015-03-31/functions", "MaxItems=many")))
                .isInstanceOf(MalformedRequestException.class)
                .hasMessage("MaxItems: \"many\" is no integer");
    }

    @Test
    void eventStreamsAreRefused() {
        Operation operation = LAMBDA.operations().get("InvokeWithResponseStream");
        assertThatThrownBy(() -> wire.decode(operation, Sent.get("/", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("InvokeWithResponseStream");
    }

    @Test
    void headersOfEveryKindAreReadAndWritten() throws MalformedRequestException {
        Map<String, Object> values = Map.of(
                "X-Meta-",
                Map.of("color", "blue"),
                "X-Words",
                List.of("plain", "a,b", "q\"uote"),
                "X-Days",
                List.of(Instant.parse("2026-11-03T04:05:06Z"), Instant.parse("2026-11-04T04:05:06Z")),
                "X-Json",
                "{\"a\":1}",
                "X-Number",
                1.5,
                "X-Flag",
                true);
        Sample sample = headers();
        values.forEach(sample::with);

        Map<String, List<String>> sent = new Answer(Protocol.REST_JSON_1, 200, "id-1")
                .members(sample)
                .done()
                .headers();
        Sample received = headers();
        Map<String, List<String>> lowerCase = new HashMap<>();
        sent.forEach((name, lines) -> lowerCase.put(name.toLowerCase(Locale.ROOT), lines));
        new HttpReader(
                        LAMBDA.operations().get("ListFunctions"),
                        new WireRequest("GET", "/", "", lowerCase, new byte[0]))
                .members(received);

        assertThat(sent)
                .containsEntry("X-Meta-color", List.of("blue"))
                .containsEntry("X-Words", List.of("plain,\"a,b\",\"q\\\"uote\""))
                .containsEntry("X-Days", List.of("Tue, 03 Nov 2026 04:05:06 GMT,Wed, 04 Nov 2026 04:05:06 GMT"));
        values.forEach((name, value) -> assertThat(received.value(name)).isEqualTo(value));
    }

    @Test
    void aMapInTheQueryStringTakesWhatNoOtherMemberTakes() throws MalformedRequestException {
        SdkField<String> text = field(MarshallingType.STRING, MarshallLocation.QUERY_PARAM, "member");
        Sample sample = new Sample(
                field(MarshallingType.STRING, MarshallLocation.QUERY_PARAM, "Own"),
                field(MarshallingType.MAP, MarshallLocation.QUERY_PARAM, "Rest", mapOf(text, false)));

        new HttpReader(LAMBDA.operations().get("ListFunctions"), Sent.get("/", "Own=1&a=x+y&b=%26")).members(sample);

        assertThat(sample.value("Own")).isEqualTo("1");
        assertThat(sample.value("Rest")).isEqualTo(Map.of("a", "x y", "b", "&"));
    }

    private static Sample headers() {
        SdkField<String> text = field(MarshallingType.STRING, MarshallLocation.HEADER, "member");
        SdkField<Instant> day = field(MarshallingType.INSTANT, MarshallLocation.HEADER, "member");
        return new Sample(
                field(MarshallingType.MAP, MarshallLocation.HEADER, "X-Meta-", mapOf(text, false)),
                field(MarshallingType.LIST, MarshallLocation.HEADER, "X-Words", listOf(text, false)),
                field(MarshallingType.LIST, MarshallLocation.HEADER, "X-Days", listOf(day, false)),
                field(MarshallingType.STRING, MarshallLocation.HEADER, "X-Json", JsonValueTrait.create()),
                field(MarshallingType.DOUBLE, MarshallLocation.HEADER, "X-Number"),
                field(MarshallingType.BOOLEAN, MarshallLocation.HEADER, "X-Flag"));
    }
}
