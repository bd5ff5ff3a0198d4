package io.laguna.emulator.crawl;

import java.util.List;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.Table;

/** A database of the catalog, before a crawl changes it. */
public interface ExistingCatalog {
    /** Returns every table. */
    List<Table> tables();

    /** Returns every partition of a table. */
    List<Partition> partitions(String table);
}
