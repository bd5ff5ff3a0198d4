package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.kit.shape.Shapes;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Partition;

/** A partition as Glue answers it. */
record PartitionShape(Account account) {
    Partition of(PartitionRecord partition) {
        return Shapes.copy(partition.definition(), Partition.builder())
                .storageDescriptor(Optional.ofNullable(partition.definition().storageDescriptor())
                        .map(TableShape::withDefaults)
                        .orElse(null))
                .databaseName(HiveName.inGlue(partition.hive().getDbName()))
                .tableName(HiveName.inGlue(partition.hive().getTableName()))
                .creationTime(Instant.ofEpochSecond(partition.hive().getCreateTime()))
                .catalogId(account.id())
                .build();
    }

    /**
     * Returns a partition without its columns. ExcludeColumnSchema: "When true, specifies not returning the partition
     * column schema."
     */
    static Partition withoutColumns(Partition partition) {
        return partition.storageDescriptor() == null
                ? partition
                : partition.copy(change -> change.storageDescriptor(
                        partition.storageDescriptor().copy(storage -> storage.columns((Collection<Column>) null))));
    }
}
