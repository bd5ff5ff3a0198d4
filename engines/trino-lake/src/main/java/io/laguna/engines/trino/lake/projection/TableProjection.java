package io.laguna.engines.trino.lake.projection;

import io.airlift.slice.Slice;
import io.trino.metastore.Partition;
import io.trino.metastore.Partitions;
import io.trino.metastore.Table;
import io.trino.plugin.hive.HiveErrorCode;
import io.trino.plugin.hive.HiveTimestampPrecision;
import io.trino.plugin.hive.util.HiveTypeUtil;
import io.trino.plugin.hive.util.HiveUtil;
import io.trino.spi.TrinoException;
import io.trino.spi.predicate.Domain;
import io.trino.spi.predicate.TupleDomain;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.SmallintType;
import io.trino.spi.type.TinyintType;
import io.trino.spi.type.Type;
import io.trino.spi.type.TypeManager;
import io.trino.spi.type.VarcharType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The partitions that a table's properties project. A table without partition columns has none, whatever its properties say.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html">Use partition projection</a>
 */
public record TableProjection(Table table, List<ColumnSettings> columns, List<Projection> projections) {
    /** Trino takes no more in a query ({@code hive.max-partitions-per-scan}); the rest of the product is not reckoned. */
    private static final int MOST = 1_000_000;

    /** Returns the projection of a table that is configured for one. */
    public static Optional<TableProjection> of(Table table, TypeManager types) {
        if (table.getPartitionColumns().isEmpty()
                || !Boolean.parseBoolean(table.getParameters()
                        .getOrDefault("projection.enabled", "false")
                        .strip())) {
            return Optional.empty();
        }
        List<ColumnSettings> columns = table.getPartitionColumns().stream()
                .map(column -> new ColumnSettings(
                        table,
                        column.getName(),
                        HiveTypeUtil.getType(column.getType(), types, HiveTimestampPrecision.DEFAULT_PRECISION)))
                .toList();
        Map<String, Optional<Projection>> found =
                columns.stream().collect(Collectors.toMap(ColumnSettings::column, ColumnSettings::projection));
        List<String> missing = columns.stream()
                .map(ColumnSettings::column)
                .filter(column -> found.get(column).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new TrinoException(
                    HiveErrorCode.HIVE_METASTORE_ERROR,
                    "Table " + table.getSchemaTableName() + " is configured for partition projection, but the following"
                            + " partition columns are missing projection configuration: " + missing);
        }
        return Optional.of(new TableProjection(
                table,
                columns,
                columns.stream()
                        .map(column -> found.get(column.column()).orElseThrow())
                        .toList()));
    }

    /** Returns the names of the partitions in which there may be rows of a query. */
    public List<String> names(TupleDomain<String> wanted) {
        if (wanted.isNone()) {
            return List.of();
        }
        Map<String, Domain> domains = wanted.getDomains().orElseThrow();
        List<List<String>> product = List.of(List.of());
        for (int at = 0; at < columns.size(); at++) {
            product = product(
                    product,
                    values(at, Optional.ofNullable(domains.get(columns.get(at).column()))));
        }
        List<String> keys = columns.stream().map(ColumnSettings::column).toList();
        return product.stream()
                .map(values -> Partitions.makePartName(keys, values))
                .toList();
    }

    /** Returns a partition by its name, as {@link #names} gives it. */
    public Partition partition(String name) {
        return partitions().of(Partitions.toPartitionValues(name));
    }

    /** Returns the partition of some values, if they are projected. */
    public Optional<Partition> partition(List<String> values) {
        boolean projected = IntStream.range(0, values.size()).allMatch(at -> projections
                .get(at)
                .values(Optional.of(Set.of(values.get(at))))
                .anyMatch(values.get(at)::equals));
        return projected ? Optional.of(partitions().of(values)) : Optional.empty();
    }

    private List<String> values(int at, Optional<Domain> wanted) {
        ColumnSettings column = columns.get(at);
        List<String> values = projections
                .get(at)
                .values(wanted.flatMap(domain -> named(column.type(), domain)))
                .filter(value -> wanted.isEmpty()
                        || wanted.get()
                                .includesNullableValue(HiveUtil.parsePartitionValue(
                                                column.column() + "=" + value, value, column.type())
                                        .getValue()))
                .limit(MOST + 1L)
                .toList();
        return atMost(values);
    }

    /** Returns the only values that a domain has, where these are texts or integers. */
    private static Optional<Set<String>> named(Type type, Domain domain) {
        if (domain.isNullAllowed() || !domain.getValues().isDiscreteSet() || !(isText(type) || isInteger(type))) {
            return Optional.empty();
        }
        return Optional.of(domain.getValues().getDiscreteSet().stream()
                .map(value -> value instanceof Slice text ? text.toStringUtf8() : value.toString())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static boolean isText(Type type) {
        return type instanceof VarcharType;
    }

    private static boolean isInteger(Type type) {
        return Set.of(BigintType.BIGINT, IntegerType.INTEGER, SmallintType.SMALLINT, TinyintType.TINYINT)
                .contains(type);
    }

    private List<List<String>> product(List<List<String>> before, List<String> values) {
        atMost(Math.multiplyExact((long) before.size(), values.size()));
        List<List<String>> product = new ArrayList<>();
        for (List<String> start : before) {
            for (String value : values) {
                List<String> longer = new ArrayList<>(start);
                longer.add(value);
                product.add(longer);
            }
        }
        return product;
    }

    private List<String> atMost(List<String> values) {
        atMost(values.size());
        return values;
    }

    private void atMost(long partitions) {
        if (partitions > MOST) {
            throw new TrinoException(
                    HiveErrorCode.HIVE_EXCEEDED_PARTITION_LIMIT,
                    "Query over table '" + table.getSchemaTableName() + "' can potentially read more than " + MOST
                            + " partitions");
        }
    }

    private ProjectedPartitions partitions() {
        return new ProjectedPartitions(table, columns, projections);
    }
}
