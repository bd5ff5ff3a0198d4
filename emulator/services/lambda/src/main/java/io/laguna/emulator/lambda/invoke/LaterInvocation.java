package io.laguna.emulator.lambda.invoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.lambda.request.FunctionName;
import java.util.Optional;

/**
 * An invocation that was promised.
 *
 * @param payload JSON
 * @param trace to which the call belongs that asked for it
 */
record LaterInvocation(
        FunctionName function, String requestId, String payload, String clientContext, Optional<String> trace) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        ObjectNode text = JsonNodeFactory.instance
                .objectNode()
                .put("account", function.owner().accountId())
                .put("region", function.owner().region())
                .put("name", function.name())
                .put("qualifier", function.qualifier().orElse(""))
                .put("requestId", requestId)
                .put("payload", payload)
                .put("clientContext", clientContext);
        trace.ifPresent(value -> text.put("trace", value));
        return text.toString();
    }

    static LaterInvocation read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return new LaterInvocation(
                    new FunctionName(
                            new Caller(
                                    node.path("account").asText(),
                                    node.path("region").asText()),
                            node.path("name").asText(),
                            Optional.of(node.path("qualifier").asText()).filter(named -> !named.isEmpty())),
                    node.path("requestId").asText(),
                    node.path("payload").asText(),
                    node.path("clientContext").asText(),
                    Optional.ofNullable(node.get("trace")).map(JsonNode::asText));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds an invocation that is no JSON", e);
        }
    }

    /** Returns the invocation without its payload, which may hold secrets. */
    @Override
    public String toString() {
        return function.qualifiedArn() + " " + requestId;
    }
}
