package io.laguna.emulator.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.laguna.emulator.testkit.CallScript;
import io.laguna.emulator.testkit.CommittedIndex;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.wire.Rooms;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

@ExtendWith(SecretsLake.class)
class SecretsTest {
    private static final CommittedIndex INDEX =
            new CommittedIndex(SecretsManagerClient.class, "secretsmanager-2017-10-17", "secretsmanager");

    private final SecretsLake.Running lake;
    private final SecretsManager secrets;
    private final SecretsManagerClient client;

    SecretsTest(SecretsLake.Running lake) {
        this.lake = lake;
        this.secrets = lake.open();
        this.client = client(secrets);
    }

    @AfterEach
    void close() {
        secrets.close();
    }

    @TestFactory
    Stream<DynamicTest> callsAreAnsweredAsAwsAnswersThem() {
        return CallScript.of(SecretsTest.class, "secrets.txt").tests(INDEX, () -> secrets.rooms(EngineLake.CALLER));
    }

    @Test
    void noSecretIsInTheDatabase() {
        create("sealed", "very-secret-indeed");

        assertThat(lake.count("select count(*) from secretsmanager_version where sealed like '%very-secret%'"
                        + " or encode(decode(sealed, 'base64'), 'escape') like '%very-secret%'"))
                .isZero();
        assertThat(client.getSecretValue(get -> get.secretId("sealed")).secretString())
                .isEqualTo("very-secret-indeed");
    }

    @Test
    void anotherKeyOpensNoSecretAndTellsNone() {
        create("foreign", "very-secret-indeed");

        try (SecretsManager other = lake.openWithAnotherKey()) {
            assertThatThrownBy(() -> client(other).getSecretValue(get -> get.secretId("foreign")))
                    .hasMessageNotContaining("very-secret")
                    .hasMessageContaining("was not sealed with the key");
        }
    }

    @Test
    void aMarkedSecretIsGoneWhenItsWindowHasPassed() {
        create("window", "a");
        client.deleteSecret(delete -> delete.secretId("window").recoveryWindowInDays(7L));

        lake.forward(Duration.ofDays(6));
        secrets.wake();
        assertThat(client.describeSecret(describe -> describe.secretId("window"))
                        .deletedDate())
                .isNotNull();

        lake.forward(Duration.ofDays(2));
        secrets.wake();
        await().untilAsserted(
                        () -> assertThatThrownBy(() -> client.describeSecret(describe -> describe.secretId("window")))
                                .isInstanceOf(ResourceNotFoundException.class));
    }

    @Test
    void aRandomPasswordHasEachTypeThatIsWanted() {
        for (int i = 0; i < 50; i++) {
            String password = client.getRandomPassword(
                            get -> get.passwordLength(5L).includeSpace(true))
                    .randomPassword();
            assertThat(password)
                    .hasSize(5)
                    .matches(".*[a-z].*")
                    .matches(".*[A-Z].*")
                    .matches(".*[0-9].*")
                    .contains(" ");
            assertThat(client.getRandomPassword(get -> get.excludePunctuation(true)
                                    .excludeUppercase(true)
                                    .excludeCharacters("abc123"))
                            .randomPassword())
                    .hasSize(32)
                    .matches("[d-z04-9]+");
        }
    }

    private void create(String name, String secret) {
        client.createSecret(create -> create.name(name)
                .secretString(secret)
                .clientRequestToken(UUID.randomUUID().toString()));
    }

    private static SecretsManagerClient client(SecretsManager service) {
        return Rooms.of(SecretsManagerClient.class, service.rooms(EngineLake.CALLER))
                .client();
    }
}
