package io.laguna.emulator.redshift.serverless;

import io.laguna.engines.process.EngineFailure;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.redshiftserverless.model.SnapshotStatus;

/** The copying of namespaces' data for snapshots, after the operations have been answered. */
record SnapshotCopies(ServerlessSetting setting) {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCopies.class);

    /** Copies what is to be copied, and tells whether everything could be. */
    boolean turn() {
        boolean all = true;
        for (ServerlessSnapshotRecord record :
                setting.state().read(handle -> new ServerlessSnapshotRecords(handle).unfinished())) {
            all &= attempt(record);
        }
        return all;
    }

    private boolean attempt(ServerlessSnapshotRecord record) {
        try {
            if (!Files.exists(setting.servers().snapshot(record.id()))) {
                setting.servers()
                        .copy(record.namespace(), new WorkgroupFacts(setting.state(), record.namespace()), record.id());
            }
            setting.state().write(handle -> {
                new ServerlessSnapshotRecords(handle)
                        .save(record.with(snapshot -> snapshot.status(SnapshotStatus.AVAILABLE)));
                return record;
            });
            return true;
        } catch (EngineFailure | UncheckedIOException e) {
            LOG.warn("The snapshot {} cannot be made", record.snapshot().snapshotName(), e);
            return false;
        }
    }
}
