package io.laguna.emulator.crawl;

import java.util.List;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** A change of the catalog that a crawl asks for, with the lines of the crawl's log that tell of it. */
public sealed interface CatalogChange {
    /** Returns the name of the table. */
    String table();

    /** Returns what the log says when the change is made. */
    List<LogLine> lines();

    /**
     * A new table, without its partitions.
     *
     * @param partitionIndex whether it gets an index over all of its keys
     */
    record CreateTable(TableInput input, boolean partitionIndex, List<LogLine> lines) implements CatalogChange {
        @Override
        public String table() {
            return input.name();
        }
    }

    /** A table whose columns, keys or parameters are others than before. */
    record UpdateTable(Table before, TableInput after, List<LogLine> lines) implements CatalogChange {
        @Override
        public String table() {
            return before.name();
        }
    }

    /** A table that stays, with the mark {@code DEPRECATED_BY_CRAWLER}. */
    record DeprecateTable(Table before, TableInput after, List<LogLine> lines) implements CatalogChange {
        @Override
        public String table() {
            return before.name();
        }
    }

    /** A table that goes, with its partitions. */
    record DeleteTable(Table before, List<LogLine> lines) implements CatalogChange {
        @Override
        public String table() {
            return before.name();
        }
    }

    /** New partitions of a table that is there by now. */
    record CreatePartitions(String table, List<PartitionInput> partitions, List<LogLine> lines)
            implements CatalogChange {}

    /** Partitions, found by their values, that become others. */
    record UpdatePartitions(String table, List<PartitionInput> partitions, List<LogLine> lines)
            implements CatalogChange {}

    /**
     * Partitions that go.
     *
     * @param values those of each partition
     */
    record DeletePartitions(String table, List<List<String>> values, List<LogLine> lines) implements CatalogChange {}

    /** No change: the policy wants it told only. */
    record OnlyLogged(String table, List<LogLine> lines) implements CatalogChange {}
}
