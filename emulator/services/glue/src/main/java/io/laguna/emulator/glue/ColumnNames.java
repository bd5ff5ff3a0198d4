package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import java.util.List;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * The names of columns, which Glue keeps in lower case, so that a column {@code DT} may stand beside a key {@code dt}.
 * Names within a column's type stay as they were given: https://github.com/apache/flink-connector-aws/pull/206,
 * https://github.com/open-metadata/OpenMetadata/issues/31975
 */
final class ColumnNames {
    private ColumnNames() {}

    static TableInput folded(TableInput input) {
        TableInput.Builder folded = input.toBuilder();
        if (input.hasPartitionKeys()) {
            folded.partitionKeys(folded(input.partitionKeys()));
        }
        return folded.storageDescriptor(folded(input.storageDescriptor())).build();
    }

    static PartitionInput folded(PartitionInput input) {
        return input.copy(change -> change.storageDescriptor(folded(input.storageDescriptor())));
    }

    private static StorageDescriptor folded(StorageDescriptor storage) {
        return storage == null || !storage.hasColumns()
                ? storage
                : storage.copy(change -> change.columns(folded(storage.columns())));
    }

    private static List<Column> folded(List<Column> columns) {
        return columns.stream()
                .map(column -> column.copy(change -> change.name(HiveName.folded(column.name()))))
                .toList();
    }
}
