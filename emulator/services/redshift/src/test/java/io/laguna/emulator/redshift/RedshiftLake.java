package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.redshift.server.ServerSettings;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.secretsmanager.SecretsManager;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.process.Workspace;
import io.laguna.wire.Rooms;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Redshift on a real PostgreSQL and a real Secrets Manager, opened once per test JVM. */
final class RedshiftLake extends OnEngines<RedshiftLake.Running> {
    RedshiftLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Path folder;
        private final Seal seal;
        private final SecretsManager secrets;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.folder = engines.folder("redshift");
            this.seal = Seal.keptIn(folder);
            this.secrets = SecretsManager.open(engines.state(), seal);
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Redshift open() {
            Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
            ServerSettings settings = ServerSettings.local(workspace, 0, scope -> Carriers.NONE);
            return Redshift.open(engines.state(), seal, settings, this::secrets, clock);
        }

        SecretsManagerClient secrets() {
            return secrets(EngineLake.CALLER);
        }

        private SecretsManagerClient secrets(Caller caller) {
            return Rooms.of(SecretsManagerClient.class, secrets.rooms(caller)).client();
        }

        void forward(Duration time) {
            clock.forward(time);
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
