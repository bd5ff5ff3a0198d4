package io.laguna.emulator.sqs;

import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import org.junit.jupiter.api.extension.ExtensionContext;

/** SQS on a real PostgreSQL, opened once per test JVM. */
final class SqsLake extends OnEngines<SqsLake.Running> {
    static final String ENDPOINT = "http://127.0.0.1:4566";

    SqsLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        private final EngineLake.Running engines;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Sqs open() {
            return Sqs.open(engines.state(), ENDPOINT);
        }

        @Override
        public void close() {}
    }
}
