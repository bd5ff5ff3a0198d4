package io.laguna.emulator.iam;

import io.laguna.emulator.iam.policy.ManagedPolicies;
import io.laguna.emulator.kit.seal.Seal;
import io.laguna.emulator.testlake.EngineLake;
import io.laguna.emulator.testlake.OnEngines;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/** IAM on a real PostgreSQL, opened once per test JVM. */
final class IamLake extends OnEngines<IamLake.Running> {
    IamLake() {
        super(Running.class, Running::new);
    }

    /** The engines, and the service on them. */
    static final class Running implements ExtensionContext.Store.CloseableResource {
        /** The documents of AWS's policies, where the build has reached an index. */
        static final Path DOCUMENTS =
                Path.of(System.getProperty("laguna.home"), "engines/policies/target/policies.json");

        private static final ManagedPolicies MANAGED = new ManagedPolicies(DOCUMENTS);

        private final EngineLake.Running engines;
        private final Path keys;

        private Running(EngineLake.Running engines) {
            this.engines = engines;
            this.keys = engines.folder("iam");
        }

        /** Opens the service on the same state, as after a restart of Laguna. */
        Iam open() {
            return Iam.open(engines.state(), Seal.keptIn(keys), MANAGED);
        }

        /** Opens the service as it is where no index was reached when Laguna was built. */
        Iam openWithoutDocuments() {
            return Iam.open(engines.state(), Seal.keptIn(keys), keys.resolve("none.json"));
        }

        long count(String query) {
            return engines.count(query);
        }

        @Override
        public void close() {}
    }
}
