package io.laguna.redshift.sql.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A change of an external table. */
public sealed interface ExternalChange {
    /** A partition: its columns with their values, in the order in which they are written. */
    record Partition(Map<String, String> values, Optional<String> location) {}

    record AddPartitions(boolean ifNotExists, List<Partition> partitions) implements ExternalChange {}

    record DropPartition(Partition partition) implements ExternalChange {}

    /** A table's location, or that of a partition. */
    record SetLocation(Optional<Partition> partition, String location) implements ExternalChange {}

    record SetFileFormat(String format) implements ExternalChange {}

    record SetProperties(Map<String, String> properties) implements ExternalChange {}
}
