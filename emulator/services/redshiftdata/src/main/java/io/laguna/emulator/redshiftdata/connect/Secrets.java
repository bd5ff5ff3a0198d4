package io.laguna.emulator.redshiftdata.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.emulator.redshiftdata.request.Failures;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Logins in secrets: JSON with {@code username} and {@code password}, and perhaps {@code dbClusterIdentifier}, which has to
 * be the cluster's.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-secrets.html">Storing database credentials</a>
 */
final class Secrets {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Secrets() {}

    static Login login(SecretsManagerClient secrets, Target target) {
        String arn = target.secret().orElseThrow();
        JsonNode secret = read(secrets, arn);
        JsonNode cluster = secret.path("dbClusterIdentifier");
        if (cluster.isTextual()
                && target.cluster().isPresent()
                && !cluster.asText().equals(target.cluster().get())) {
            throw Failures.validation("The cluster identifier "
                    + target.cluster().get() + " is not the cluster identifier of the secret " + arn + ".");
        }
        if (!secret.path("username").isTextual() || !secret.path("password").isTextual()) {
            throw Failures.validation("The secret " + arn + " does not have a username and a password.");
        }
        return new Login(
                secret.path("username").asText(), secret.path("password").asText());
    }

    private static JsonNode read(SecretsManagerClient secrets, String arn) {
        try {
            String text = secrets.getSecretValue(get -> get.secretId(arn)).secretString();
            return JSON.readTree(text == null ? "" : text);
        } catch (JsonProcessingException e) {
            throw Failures.validation("The secret " + arn + " is not JSON.");
        } catch (ResourceNotFoundException e) {
            throw Failures.validation(e.getMessage());
        }
    }
}
