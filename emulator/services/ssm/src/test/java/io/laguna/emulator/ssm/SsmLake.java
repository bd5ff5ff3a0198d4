package io.laguna.emulator.ssm;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.secretsmanager.SecretsManager;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Parameter Store on a real PostgreSQL and a real Secrets Manager, opened once per test JVM. */
final class SsmLake extends OnEngines<SsmLake.Running> {
    SsmLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the services on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final SecretsManager secrets;
        private final Seal seal;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            Path keys = engines.folder("ssm");
            this.seal = Seal.keptIn(keys);
            this.secrets = SecretsManager.open(engines.state(), seal);
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Ssm open() {
            return Ssm.open(engines.state(), seal, caller -> Rooms.of(SecretsManagerClient.class, secrets.rooms(caller))
                    .client());
        }

        /** Makes a secret of Secrets Manager. */
        void secret(String name, String value) {
            Rooms.of(SecretsManagerClient.class, secrets.rooms(EngineLake.CALLER))
                    .client()
                    .createSecret(create -> create.name(name)
                            .secretString(value)
                            .clientRequestToken(UUID.randomUUID().toString()));
        }

        long count(String query) {
            return engines.count(query);
        }

        @Override
        public void close() {
            secrets.close();
        }
    }
}
