package io.laguna.emulator.redshift.snapshot;

import io.laguna.emulator.redshift.record.EventRecords;
import io.laguna.emulator.redshift.record.ResourceRecords;
import io.laguna.emulator.redshift.record.SnapshotRecord;
import io.laguna.emulator.redshift.record.SnapshotRecords;
import io.laguna.emulator.redshift.server.ClusterFacts;
import io.laguna.engines.process.EngineFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The making and the deletion of snapshots' data, after the operations have been answered. */
public final class SnapshotWork {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWork.class);
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private final SnapshotSetting setting;
    private final Function<UUID, ClusterFacts> facts;

    /**
     * Creates the work.
     *
     * @param facts returns a cluster as the state has it
     */
    public SnapshotWork(SnapshotSetting setting, Function<UUID, ClusterFacts> facts) {
        this.setting = setting;
        this.facts = facts;
    }

    /**
     * Makes the data of snapshots that are being created, and deletes those that are kept no longer.
     *
     * @return whether everything could be done
     */
    public boolean turn() {
        boolean all = true;
        for (SnapshotRecord record : setting.state().read(handle -> new SnapshotRecords(handle).in("creating"))) {
            all &= attempt(record);
        }
        forgetOld();
        return all;
    }

    private boolean attempt(SnapshotRecord record) {
        try {
            make(record);
            return true;
        } catch (EngineFailure | UncheckedIOException e) {
            LOG.warn("The snapshot {} cannot be made", record.identifier(), e);
            return false;
        }
    }

    private void forgetOld() {
        Instant now = setting.now();
        for (SnapshotRecord record : setting.state().read(handle -> new SnapshotRecords(handle).in("available"))) {
            int days = record.snapshot().manualSnapshotRetentionPeriod();
            boolean over = days > 0
                    && record.snapshot()
                            .snapshotRetentionStartTime()
                            .plus(Duration.ofDays(days))
                            .isBefore(now);
            if (over) {
                delete(record);
            }
        }
    }

    private void make(SnapshotRecord record) {
        Path copy = setting.servers().snapshot(record.id());
        if (!Files.exists(copy)) {
            Path source = setting.servers().snapshot(record.source());
            if (Files.exists(source)) {
                setting.servers().copySnapshot(record.source(), record.id());
            } else {
                setting.servers().copy(record.source(), facts.apply(record.source()), record.id());
            }
        }
        double size = megabytes(copy);
        setting.state().write(handle -> {
            SnapshotRecord made = record.with(snapshot -> snapshot.status("available")
                    .totalBackupSizeInMegaBytes(size)
                    .actualIncrementalBackupSizeInMegaBytes(size)
                    .backupProgressInMegaBytes(size));
            new SnapshotRecords(handle).save(made);
            new EventRecords(handle)
                    .snapshot(made, "The snapshot " + made.identifier() + " is available.", setting.now());
            return made;
        });
    }

    /** Deletes a snapshot: first it is no snapshot any more, then its data go. */
    void delete(SnapshotRecord record) {
        setting.state().write(handle -> {
            new SnapshotRecords(handle).delete(record.id());
            new ResourceRecords(handle, record.owner()).tagTable().removeAll(record.arn());
            return record;
        });
        setting.servers().deleteSnapshot(record.id());
    }

    private static double megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return Math.ceil(bytes / MEGABYTE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of a snapshot", e);
        }
    }
}
