package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.Pointer;
import io.trino.hive.thrift.metastore.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A memo of the table records that were last put together. To compare a table with the earlier one is quicker than to
 * read the JSON of its revision and to compare it with that of the table.
 *
 * <p>The memo answers nothing by itself: both the metastore's table and the revision have just been read, and only when
 * both are equal to the earlier ones is the earlier record taken again.
 */
final class KnownTables {
    private static final int MOST = 256;

    private final Map<Pointer, TableRecord> records = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pointer, TableRecord> eldest) {
            return size() > MOST;
        }
    };

    /** Returns the record of exactly this table and this revision. */
    Optional<TableRecord> find(Table hive, Revision revision) {
        return last(revision.pointer())
                .filter(known ->
                        known.revision().equals(revision) && known.hive().equals(hive));
    }

    synchronized TableRecord keep(TableRecord record) {
        records.put(record.revision().pointer(), record);
        return record;
    }

    private synchronized Optional<TableRecord> last(Pointer pointer) {
        return Optional.ofNullable(records.get(pointer));
    }
}
