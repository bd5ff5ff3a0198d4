package io.laguna.emulator.lambda.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The policy document of a function or of a layer, which is made of the statements in the state. */
public final class PolicyDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PolicyDocument() {}

    /** Returns the document with these statements, each a JSON object. */
    public static String of(List<String> statements) {
        ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17").put("Id", "default");
        ArrayNode all = policy.putArray("Statement");
        for (String each : statements) {
            try {
                all.add(JSON.readTree(each));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The state holds a statement that is no JSON", e);
            }
        }
        return policy.toString();
    }
}
