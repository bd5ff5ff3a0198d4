package io.laguna.glue.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secrets of Secrets Manager that connections name: JSON with the keys {@code username} and {@code password}. */
public final class Secret {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Secret() {}

    /**
     * Reads a secret.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    public static Map<String, String> of(String id) {
        try (SecretsManagerClient secrets = SecretsManagerClient.create()) {
            String text = secrets.getSecretValue(get -> get.secretId(id)).secretString();
            Map<String, String> values = new LinkedHashMap<>();
            Iterator<Map.Entry<String, JsonNode>> fields = JSON.readTree(text).fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                values.put(field.getKey(), field.getValue().asText());
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The secret " + id + " is no JSON with the keys username and password", e);
        }
    }
}
