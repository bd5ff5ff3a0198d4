package io.laguna.emulator.glue;

import io.laguna.emulator.kit.shape.ShapeJson;
import io.trino.hive.thrift.metastore.Partition;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.PartitionInput;

/**
 * A partition as it is now.
 *
 * @param name Hive's
 * @param revision empty when Glue never wrote it
 */
record PartitionRecord(String name, Partition hive, PartitionInput definition, Optional<Revision> revision) {
    /** Tells whether Glue wrote the partition, and nobody has changed it through Hive since. */
    boolean isAsWritten() {
        return revision.map(written -> ShapeJson.write(definition).equals(written.given()))
                .orElse(false);
    }
}
