package io.laguna.engines.trino.lake;

import com.google.inject.Injector;
import io.laguna.engines.trino.lake.call.Forwarding;
import io.laguna.engines.trino.lake.cloudtrail.CloudTrailTables;
import io.laguna.engines.trino.lake.page.ColumnAccess;
import io.laguna.engines.trino.lake.projection.TableProjection;
import io.trino.metastore.HiveMetastore;
import io.trino.metastore.Partition;
import io.trino.metastore.Table;
import io.trino.plugin.hive.metastore.thrift.BridgingHiveMetastore;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastore;
import io.trino.plugin.hive.metastore.thrift.ThriftMetastoreFactory;
import io.trino.spi.predicate.TupleDomain;
import io.trino.spi.security.ConnectorIdentity;
import io.trino.spi.type.TypeManager;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lake's metastore as Athena reads it: the partitions of a projected table are those that its properties project, and
 * the columns of a table of CSV have their declared types.
 */
final class LakeMetastore implements Forwarding.Answers {
    /** Whom the metastore takes for Athena, and gives Glue's names. */
    private static final String USER = "athena";

    private final ColumnAccess access;
    private HiveMetastore metastore;
    private DeclaredColumns declared;
    private TypeManager types;

    LakeMetastore(ColumnAccess access) {
        this.access = access;
    }

    /** Takes the parts that the connector has made; until then no call is answered. */
    void use(Injector injector) {
        ThriftMetastore thrift = injector.getInstance(ThriftMetastoreFactory.class)
                .createMetastore(Optional.of(ConnectorIdentity.ofUser(USER)));
        metastore = new BridgingHiveMetastore(thrift);
        declared = new DeclaredColumns(thrift);
        types = injector.getInstance(TypeManager.class);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object answer(Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getTable" -> table((String) arguments[0], (String) arguments[1]);
            case "getPartitionNamesByFilter" -> projection((String) arguments[0], (String) arguments[1])
                    .map(projected -> (Object) Optional.of(projected.names((TupleDomain<String>) arguments[3])))
                    .orElseGet(() -> metastore.getPartitionNamesByFilter(
                            (String) arguments[0], (String) arguments[1], (List<String>) arguments[2], (TupleDomain<
                                            String>)
                                    arguments[3]));
            case "getPartitionsByNames" -> partitions((Table) arguments[0], (List<String>) arguments[1]);
            case "getPartition" -> partition((Table) arguments[0], (List<String>) arguments[1]);
            case "updatePartitionStatistics" -> TableProjection.of((Table) arguments[0], types)
                            .isPresent()
                    // What is projected has no statistics: it is nowhere stored.
                    ? null
                    : Forwarding.call(method, metastore, arguments);
            default -> Forwarding.call(method, metastore, arguments);
        };
    }

    private Optional<Table> table(String database, String name) {
        Optional<Table> table =
                metastore.getTable(database, name).map(declared::of).map(CloudTrailTables::of);
        table.ifPresent(access::remember);
        return table;
    }

    private Optional<TableProjection> projection(String database, String name) {
        return metastore.getTable(database, name).flatMap(table -> TableProjection.of(table, types));
    }

    private Map<String, Optional<Partition>> partitions(Table table, List<String> names) {
        return TableProjection.of(table, types)
                .map(projected -> names.stream()
                        .collect(Collectors.toMap(Function.identity(), name -> Optional.of(projected.partition(name)))))
                .orElseGet(() -> metastore.getPartitionsByNames(table, names).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, found -> found.getValue()
                                .map(partition -> asTrinoTakes(table, partition)))));
    }

    private Optional<Partition> partition(Table table, List<String> values) {
        return TableProjection.of(table, types)
                .map(projected -> projected.partition(values))
                .orElseGet(() -> metastore.getPartition(table, values).map(found -> asTrinoTakes(table, found)));
    }

    private Partition asTrinoTakes(Table table, Partition partition) {
        return CloudTrailTables.of(declared.of(table, partition));
    }
}
