package io.laguna.emulator.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The attributes of a message as the state keeps them: JSON, by their names in alphabetical order. */
final class AttributeText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AttributeText() {}

    static String of(Map<String, MessageAttributeValue> attributes) {
        ObjectNode all = JSON.createObjectNode();
        attributes.keySet().stream().sorted().forEach(name -> {
            MessageAttributeValue value = attributes.get(name);
            ObjectNode one = all.putObject(name).put("type", value.dataType());
            if (value.binaryValue() != null) {
                one.put("bytes", value.binaryValue().asByteArray());
            } else {
                one.put("text", value.stringValue());
            }
        });
        return all.toString();
    }

    static Map<String, MessageAttributeValue> read(String text) {
        Map<String, MessageAttributeValue> attributes = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, JsonNode> each : JSON.readTree(text).properties()) {
                JsonNode value = each.getValue();
                MessageAttributeValue.Builder attribute = MessageAttributeValue.builder()
                        .dataType(value.path("type").asText());
                if (value.has("bytes")) {
                    attribute.binaryValue(
                            SdkBytes.fromByteArray(value.get("bytes").binaryValue()));
                } else {
                    attribute.stringValue(value.path("text").asText());
                }
                attributes.put(each.getKey(), attribute.build());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The state holds attributes of a message that are no JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException("The state holds bytes of a message that are no Base64", e);
        }
        return attributes;
    }
}
