package io.laguna.emulator.redshift;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.redshift.server.ServerSettings;
import io.laguna.emulator.redshift.session.Carriers;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import io.laguna.engines.process.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Redshift on a real PostgreSQL, opened once per test JVM. */
final class RedshiftLake extends OnEngines<RedshiftLake.Running> {
    RedshiftLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Path folder;
        private final KeptSecrets secrets = new KeptSecrets();

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.folder = engines.folder("redshift");
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Redshift open() {
            Workspace workspace = Workspace.of(Path.of(System.getProperty("laguna.home")), folder);
            ServerSettings settings = ServerSettings.local(workspace, 0, scope -> Carriers.NONE);
            return Redshift.open(engines.state(), Seal.keptIn(folder), settings, caller -> secrets, clock);
        }

        KeptSecrets secrets() {
            return secrets;
        }

        void forward(Duration time) {
            clock.forward(time);
        }

        long count(String query) {
            return engines.count(query);
        }

        @Override
        public void close() {}
    }
}
