package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.testkit.ServiceContract;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;

@ExtendWith(SecretsLake.class)
class SecretsContractTest extends ServiceContract<SecretsManagerClient> {
    private final SecretsLake.Running lake;
    private SecretsManager secrets;

    SecretsContractTest(SecretsLake.Running lake) {
        super(SecretsManagerClient.class, "secretsmanager-2017-10-17", "secretsmanager");
        this.lake = lake;
        this.secrets = lake.open();
    }

    @AfterEach
    void close() {
        secrets.close();
    }

    @Override
    protected List<SecretsManagerClient> rooms() {
        return secrets.rooms(EngineLake.CALLER);
    }

    @Override
    protected void restart() {
        close();
        secrets = lake.open();
    }

    @Override
    protected List<Creation> creations(String name) {
        return List.of(made -> CreateSecretRequest.builder()
                .name(name)
                .secretString("secret")
                .clientRequestToken(UUID.randomUUID().toString())
                .build());
    }

    @Override
    protected Map<String, String> known(Map<String, String> made) {
        return Map.of("SecretId", made.getOrDefault("ARN", "none"));
    }

    /** Reads the secret: the day of its last reading is told from then on. */
    @Override
    protected void settle(Map<String, String> made) {
        client().getSecretValue(get -> get.secretId(made.get("ARN")));
    }

    @Override
    protected Set<String> differingReads() {
        return Set.of("GetRandomPassword");
    }

    @Override
    protected Optional<String> telling(String operation) {
        return Optional.of("SecretString");
    }

    @Override
    protected String otherRequest() {
        return "ResourceExistsException";
    }

    @Override
    protected String taggable(Map<String, String> made) {
        return made.get("ARN");
    }

    @Override
    protected String missing(Map<String, String> made) {
        return "contract_missing";
    }

    @Override
    protected Map<String, String> tags(String resource) {
        return Tags.map(
                client().describeSecret(describe -> describe.secretId(resource)).tags());
    }

    private SecretsManagerClient client() {
        return Rooms.of(SecretsManagerClient.class, rooms()).client();
    }
}
