package io.laguna.emulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.wire.MalformedRequestException;
import io.laguna.wire.Operation;
import io.laguna.wire.Protocol;
import io.laguna.wire.Rooms;
import io.laguna.wire.Wire;
import io.laguna.wire.WireRequest;
import io.laguna.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/** The calls of a script's block on a service, each over the wire. A request without its client token is given one. */
final class SpokenCalls<C extends SdkClient> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_REQUEST = 400;

    private final Rooms<C> rooms;
    private final CommittedIndex index;
    private final Wire wire;
    private final ServiceModel model;
    private final ExpectedJson expected = new ExpectedJson();

    @SuppressWarnings("unchecked")
    SpokenCalls(CommittedIndex index, List<C> rooms) {
        this.index = index;
        this.rooms = Rooms.of((Class<C>) index.client(), rooms);
        this.wire = new Wire(index.description());
        this.model = ServiceModel.read(index.model());
    }

    /** Makes a call, and fails when its answer is not the expected one. */
    void make(CallScript.Call call) {
        byte[] body = answer(call).body();
        JsonNode answer = isQuery() ? QueryText.answer(body) : tree(new String(body, StandardCharsets.UTF_8));
        String told = call.operation() + " " + call.request() + " answered " + answer;
        if (call.expected().startsWith("! ")) {
            String[] parts = call.expected().split(" ", 3);
            assertThat(answer.path("__type").asText()).as(told).isEqualTo(parts[1]);
            message(told, answer, expected.filled(parts[2]));
        } else {
            assertThat(answer.has("__type")).as(told).isFalse();
            if (!call.expected().isEmpty()) {
                expected.check(told, tree(call.expected()), answer);
            }
        }
    }

    private static void message(String told, JsonNode answer, String expected) {
        String message = answer.path("message").asText(answer.path("Message").asText());
        if (expected.endsWith("…")) {
            assertThat(message).as(told).startsWith(expected.substring(0, expected.length() - 1));
        } else {
            assertThat(message).as(told).isEqualTo(expected);
        }
    }

    private WireResponse answer(CallScript.Call call) {
        Operation operation = index.description().operations().get(call.operation());
        ObjectNode body = (ObjectNode) tree(expected.filled(call.request()));
        model.clientTokens(call.operation())
                .filter(token -> !body.has(token))
                .forEach(token -> body.put(token, UUID.randomUUID().toString()));
        try {
            SdkPojo request = wire.decode(operation, spoken(call.operation(), body));
            Optional<String> broken = wire.broken(operation, request);
            if (broken.isPresent()) {
                return wire.encodeFailure(BAD_REQUEST, "ValidationException", broken.get(), "id");
            }
            return wire.encode(operation, rooms.call(operation, request).orElseThrow(), "id");
        } catch (AwsServiceException e) {
            return wire.encodeFailure(e, "id");
        } catch (MalformedRequestException e) {
            throw new AssertionError(call.toString(), e);
        }
    }

    private boolean isQuery() {
        return index.description().protocol() == Protocol.AWS_QUERY;
    }

    private WireRequest spoken(String operation, JsonNode body) {
        return isQuery()
                ? QueryText.request(operation, index.description().apiVersion(), body)
                : new WireRequest("POST", "/", "", Map.of(), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }
}
