package io.laguna.emulator.glue;

import java.sql.Array;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.glue.model.PartitionIndex;

/** The partition indexes of tables in the state, over one connection to it. */
final class PartitionIndexRecords {
    private final Handle handle;

    PartitionIndexRecords(Handle handle) {
        this.handle = handle;
    }

    void addAll(UUID table, List<PartitionIndex> indexes) {
        indexes.forEach(index -> handle.execute(
                "insert into glue_partition_index (entity, name, keys) values (?, ?, ?)",
                table,
                index.indexName(),
                index.keys().toArray(new String[0])));
    }

    List<PartitionIndex> of(UUID table) {
        return handle.select("select name, keys from glue_partition_index where entity = ? order by name", table)
                .map((row, context) -> {
                    Array keys = row.getArray("keys");
                    return PartitionIndex.builder()
                            .indexName(row.getString("name"))
                            .keys((String[]) keys.getArray())
                            .build();
                })
                .list();
    }

    boolean remove(UUID table, String name) {
        return handle.execute("delete from glue_partition_index where entity = ? and name = ?", table, name) > 0;
    }
}
