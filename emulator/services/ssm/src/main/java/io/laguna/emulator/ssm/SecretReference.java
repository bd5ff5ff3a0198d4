package io.laguna.emulator.ssm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * The parameters that are secrets of Secrets Manager: {@code /aws/reference/secretsmanager/name}, with a version's id or a
 * stage behind a colon.
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html">
 *     Secrets as parameters</a>
 */
record SecretReference(Supplier<SecretsManagerClient> secrets) {
    private static final String BEGINNING = "/aws/reference/secretsmanager/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns the secret that a parameter's name means; empty where it means none. */
    static Optional<String> of(String parameter) {
        return parameter.startsWith(BEGINNING)
                ? Optional.of(parameter.substring(BEGINNING.length())).filter(secret -> !secret.isEmpty())
                : Optional.empty();
    }

    Parameter read(String parameter, String secret, boolean decrypt) {
        if (!decrypt) {
            throw Failures.validation("WithDecryption flag must be True for retrieving a Secret Manager secret.");
        }
        int colon = secret.indexOf(':');
        String id = colon < 0 ? secret : secret.substring(0, colon);
        Optional<String> selector = colon < 0 ? Optional.empty() : Optional.of(secret.substring(colon + 1));
        try {
            return shape(
                    parameter.substring(0, parameter.length() - secret.length() + id.length()),
                    selector,
                    secrets.get().getSecretValue(request(id, selector)));
        } catch (ResourceNotFoundException | InvalidRequestException e) {
            throw Failures.noSecret(id);
        }
    }

    private static GetSecretValueRequest request(String id, Optional<String> selector) {
        GetSecretValueRequest.Builder request = GetSecretValueRequest.builder().secretId(id);
        selector.ifPresent(text -> {
            if (isId(text)) {
                request.versionId(text);
            } else {
                request.versionStage(text);
            }
        });
        return request.build();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Parameter shape(String name, Optional<String> selector, GetSecretValueResponse secret) {
        ObjectNode source = JSON.createObjectNode();
        source.put("ARN", secret.arn());
        source.put("name", secret.name());
        source.put("versionId", secret.versionId());
        secret.versionStages().forEach(source.putArray("versionStages")::add);
        source.put("createdDate", secret.createdDate().toEpochMilli());
        return Parameter.builder()
                .name(name)
                .type(ParameterType.SECURE_STRING)
                .value(Optional.ofNullable(secret.secretString())
                        .orElseThrow(() -> Failures.validation(
                                "The secret " + secret.name() + " is bytes, which no parameter can be.")))
                .version(0L)
                .selector(selector.map(text -> ":" + text).orElse(null))
                .sourceResult(source.toString())
                .lastModifiedDate(secret.createdDate())
                .arn(secret.arn())
                .dataType("text")
                .build();
    }
}
