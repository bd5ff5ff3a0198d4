package io.laguna.redshift.sql.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of a table that Redshift knows and PostgreSQL does not; one that is not said is absent.
 *
 * @param distribution {@code AUTO}, {@code EVEN}, {@code KEY} or {@code ALL}
 * @param distributionKey the column of DISTKEY
 * @param sortKey the columns of SORTKEY, in their order
 * @param encodings the encoding of each column that names one, in lower case
 * @param backup whether snapshots keep the table
 */
public record TableProperties(
        Optional<String> distribution,
        Optional<String> distributionKey,
        Optional<SortKey> sortKey,
        Map<String, String> encodings,
        Optional<Boolean> backup) {
    public static final TableProperties NONE =
            new TableProperties(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Optional.empty());

    /**
     * A sort key.
     *
     * @param style {@code COMPOUND}, {@code INTERLEAVED}, {@code AUTO} or {@code NONE}
     */
    public record SortKey(String style, List<String> columns) {
        public SortKey {
            columns = List.copyOf(columns);
        }
    }

    public TableProperties {
        encodings = Map.copyOf(encodings);
    }
}
