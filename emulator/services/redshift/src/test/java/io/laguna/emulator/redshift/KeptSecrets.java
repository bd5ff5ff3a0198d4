package io.laguna.emulator.redshift;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** A Secrets Manager that keeps secrets in memory. */
final class KeptSecrets implements SecretsManagerClient {
    private static final String ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public CreateSecretResponse createSecret(CreateSecretRequest request) {
        secrets.put(ARN + request.name(), request.secretString());
        return CreateSecretResponse.builder().arn(ARN + request.name()).build();
    }

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
        if (!secrets.containsKey(request.secretId())) {
            throw ResourceNotFoundException.builder().message("no secret").build();
        }
        return GetSecretValueResponse.builder()
                .secretString(secrets.get(request.secretId()))
                .build();
    }

    @Override
    public DeleteSecretResponse deleteSecret(DeleteSecretRequest request) {
        secrets.remove(request.secretId());
        return DeleteSecretResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
