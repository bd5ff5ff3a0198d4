package io.laguna.pipelines.dryrun;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;

/** Secrets Manager on paper. Names that AWS would give are in angle brackets. */
final class PaperSecrets implements SecretsManagerClient {
    private static final String SERVICE = "secretsmanager";

    private final Paper paper;

    PaperSecrets(Paper paper) {
        this.paper = paper;
    }

    @Override
    public CreateSecretResponse createSecret(CreateSecretRequest request) {
        paper.write(SERVICE, request);
        return CreateSecretResponse.builder().name(request.name()).build();
    }

    @Override
    public String serviceName() {
        return SERVICE;
    }

    @Override
    public void close() {}
}
