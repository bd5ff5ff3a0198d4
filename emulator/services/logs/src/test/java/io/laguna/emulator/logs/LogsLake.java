package io.laguna.emulator.logs;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import org.junit.jupiter.api.extension.ExtensionContext;

/** CloudWatch Logs on a real PostgreSQL, opened once per test JVM. */
final class LogsLake extends OnEngines<LogsLake.Running> {
    LogsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Logs open() {
            return Logs.open(engines.state());
        }

        @Override
        public void close() {}
    }
}
