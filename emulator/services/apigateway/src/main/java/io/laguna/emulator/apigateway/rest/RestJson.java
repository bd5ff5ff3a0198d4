package io.laguna.emulator.apigateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The reader of members of a document that are texts, or maps of texts. */
final class RestJson {
    private RestJson() {}

    static Optional<String> text(JsonNode node, String member) {
        return Optional.of(node.path(member))
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText);
    }

    static Optional<Map<String, String>> texts(JsonNode node, String member) {
        Map<String, String> texts = new TreeMap<>();
        node.path(member)
                .properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts);
    }
}
