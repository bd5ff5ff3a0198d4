package io.laguna.emulator.secretsmanager;

import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.testkit.TurnedClock;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Secrets Manager on a real PostgreSQL, opened once per test JVM. */
final class SecretsLake extends OnEngines<SecretsLake.Running> {
    SecretsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;
        private final TurnedClock clock = new TurnedClock();
        private final Path keys;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.keys = engines.folder("secrets");
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        SecretsManager open() {
            return SecretsManager.open(engines.state(), Seal.keptIn(keys), clock);
        }

        /** Opens the service on the same state with another key. */
        SecretsManager openWithAnotherKey() {
            return SecretsManager.open(engines.state(), Seal.keptIn(engines.folder("other")), clock);
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
