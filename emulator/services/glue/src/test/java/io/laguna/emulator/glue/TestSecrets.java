package io.laguna.emulator.glue;

import io.laguna.emulator.kit.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets by their names, as Secrets Manager answers them. */
final class TestSecrets {
    private final Map<String, String> values = new ConcurrentHashMap<>();

    void put(String id, String value) {
        values.put(id, value);
    }

    SecretsManagerClient of(Caller caller) {
        return new SecretsManagerClient() {
            @Override
            public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
                return GetSecretValueResponse.builder()
                        .arn(caller.arn("secretsmanager", "secret:" + request.secretId()))
                        .secretString(Optional.ofNullable(values.get(request.secretId()))
                                .orElseThrow(() -> ResourceNotFoundException.builder()
                                        .message("Secrets Manager can't find the specified secret.")
                                        .build()))
                        .build();
            }

            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {}
        };
    }
}
