package io.laguna.emulator.edge.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.wire.Protocol;
import io.laguna.wire.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallBodiesTest {
    @ParameterizedTest
    @CsvSource({
        "AWS_JSON_1_0,application/x-amz-json-1.0",
        "AWS_JSON_1_1,application/x-amz-json-1.1",
        "AWS_JSON_1_1,application/json",
        "AWS_JSON_1_1,Application/X-Amz-Json-1.1; charset=utf-8",
        "REST_JSON_1,application/json",
        "REST_JSON_1,application/octet-stream",
        "AWS_QUERY,application/x-www-form-urlencoded; charset=utf-8"
    })
    void aBodyHasTheTypeOfItsProtocol(Protocol protocol, String type) {
        assertThatCode(() -> CallBodies.check(request(type, "7"), protocol)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_JSON_1_1,text/plain",
        "AWS_JSON_1_1,application/x-www-form-urlencoded",
        "AWS_JSON_1_1,multipart/form-data; boundary=x",
        "AWS_JSON_1_1,",
        "REST_JSON_1,text/plain",
        "REST_JSON_1,text/plain; application/json",
        "REST_JSON_1,application/x-www-form-urlencoded",
        "REST_JSON_1,",
        "AWS_QUERY,text/plain",
        "AWS_QUERY,multipart/form-data",
        "AWS_QUERY,"
    })
    void noBodyHasATypeThatAPageSendsUnasked(Protocol protocol, String type) {
        assertThatThrownBy(() -> CallBodies.check(request(type, "7"), protocol))
                .isInstanceOf(Forbidden.class)
                .hasMessageContaining("Send the header Content-Type: ");
    }

    @Test
    void aCallWithoutABodyHasNoType() {
        assertThatCode(() -> CallBodies.check(request(null, "0"), Protocol.REST_JSON_1))
                .doesNotThrowAnyException();
        assertThatCode(() -> CallBodies.check(Requests.request("GET"), Protocol.REST_JSON_1))
                .doesNotThrowAnyException();
    }

    /** The body has the form in which boto3 calls a function; a page cannot send that header without asking first. */
    @Test
    void aSignedBodyOfRestMayHaveNoType() {
        WireRequest signed = Requests.request("POST", "content-length", "7", "authorization", "AWS4-HMAC-SHA256 …");

        assertThatCode(() -> CallBodies.check(signed, Protocol.REST_JSON_1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> CallBodies.check(signed, Protocol.AWS_JSON_1_1))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void aBodyInChunksIsABody() {
        assertThatThrownBy(() -> CallBodies.check(
                        Requests.request("POST", "transfer-encoding", "chunked"), Protocol.REST_JSON_1))
                .isInstanceOf(Forbidden.class);
    }

    private static WireRequest request(String type, String length) {
        Map<String, List<String>> headers = new HashMap<>(Map.of("content-length", List.of(length)));
        if (type != null) {
            headers.put("content-type", List.of(type));
        }
        return new WireRequest("POST", "/", "", headers, new byte[0]);
    }
}
