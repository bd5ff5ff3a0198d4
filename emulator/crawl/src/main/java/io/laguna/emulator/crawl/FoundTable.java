package io.laguna.emulator.crawl;

import java.util.List;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.TableInput;

/**
 * A table as a crawl describes it.
 *
 * @param input the whole table; its name has the crawler's prefix, and becomes another one when the catalog has a table of
 *     this name somewhere else
 */
public record FoundTable(TableInput input, List<PartitionInput> partitions, Kind kind) {
    public FoundTable {
        partitions = List.copyOf(partitions);
    }

    /** The origin of a table. */
    public enum Kind {
        /** A folder of S3. */
        FOLDER,
        /** One file of S3. */
        FILE,
        /** A folder whose table is in the catalog and keeps its name. */
        CATALOG,
        /** A folder with metadata of Iceberg. */
        ICEBERG,
        /** A folder with a log of Delta Lake. */
        DELTA,
        /** A part of a table of the catalog: the table is not changed, partitions are added. */
        NEW_PARTITIONS,
        /** A table or view of a database. */
        JDBC;

        /** Tells whether the table's own metadata say what it is, its partition keys too. */
        public boolean isDescribed() {
            return this == ICEBERG || this == DELTA;
        }
    }
}
