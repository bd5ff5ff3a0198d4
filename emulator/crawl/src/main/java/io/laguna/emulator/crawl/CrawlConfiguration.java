package io.laguna.emulator.crawl;

import java.util.OptionalInt;

/**
 * A crawler's configuration, read from its JSON.
 *
 * @param mergeNewColumns tables get new columns and lose none
 * @param inheritFromTable partitions have the columns of their table
 * @param combineCompatibleSchemas files of one format are one table
 * @param tableLevel the level of the tables' folders; the bucket is level 1
 * @param tableThreshold more tables than that make the crawl fail
 * @param createPartitionIndex tables with partitions get an index
 */
public record CrawlConfiguration(
        boolean mergeNewColumns,
        boolean inheritFromTable,
        boolean combineCompatibleSchemas,
        OptionalInt tableLevel,
        OptionalInt tableThreshold,
        boolean createPartitionIndex) {
    /** The configuration of a crawler that has none. */
    public static final CrawlConfiguration DEFAULT =
            new CrawlConfiguration(false, false, false, OptionalInt.empty(), OptionalInt.empty(), true);

    /**
     * Reads a configuration; an empty text is none.
     *
     * @throws IllegalArgumentException when it is no JSON, or has a key or a value that crawlers do not know
     */
    public static CrawlConfiguration of(String json) {
        return json.isBlank() ? DEFAULT : ConfigurationText.read(json);
    }
}
