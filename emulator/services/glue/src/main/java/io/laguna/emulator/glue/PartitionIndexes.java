package io.laguna.emulator.glue;

import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.kit.request.Page;
import io.laguna.emulator.kit.state.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.CreatePartitionIndexRequest;
import software.amazon.awssdk.services.glue.model.CreatePartitionIndexResponse;
import software.amazon.awssdk.services.glue.model.DeletePartitionIndexRequest;
import software.amazon.awssdk.services.glue.model.DeletePartitionIndexResponse;
import software.amazon.awssdk.services.glue.model.GetPartitionIndexesRequest;
import software.amazon.awssdk.services.glue.model.GetPartitionIndexesResponse;
import software.amazon.awssdk.services.glue.model.KeySchemaElement;
import software.amazon.awssdk.services.glue.model.PartitionIndex;
import software.amazon.awssdk.services.glue.model.PartitionIndexDescriptor;
import software.amazon.awssdk.services.glue.model.PartitionIndexStatus;
import software.amazon.awssdk.services.glue.model.ResourceNumberLimitExceededException;

/**
 * The operations on partition indexes. Indexes speed nothing up in Laguna, because every expression is answered from
 * the partitions' names, which the metastore has indexed itself. So an index is active as soon as it is noted.
 *
 * <p>https://docs.aws.amazon.com/glue/latest/dg/partition-indexes.html
 */
final class PartitionIndexes extends Room {
    /** The most indexes of a table: "A maximum of 3 partition indexes can be created on a table." */
    private static final int MOST = 3;

    private static final int PAGE = 100;

    private final Account account;
    private final TableRecords tables;
    private final TableWrites writes;
    private final State state;

    PartitionIndexes(Account account, TableRecords tables, TableWrites writes, State state) {
        this.account = account;
        this.tables = tables;
        this.writes = writes;
        this.state = state;
    }

    @Override
    public CreatePartitionIndexResponse createPartitionIndex(CreatePartitionIndexRequest request) {
        account.check(request);
        new Constraints()
                .name("databaseName", request.databaseName())
                .name("tableName", request.tableName())
                .present("partitionIndex", request.partitionIndex())
                .check();
        TableRecord read = table(request.databaseName(), request.tableName());
        writes.alone(HiveName.folded(request.databaseName()), HiveName.folded(request.tableName()), handle -> {
            PartitionIndexRecords records = new PartitionIndexRecords(handle);
            List<PartitionIndex> present = records.of(read.entity());
            PartitionIndex index = request.partitionIndex();
            if (present.stream().anyMatch(other -> other.indexName().equals(index.indexName()))) {
                throw Failures.exists("Index with the given indexName : " + index.indexName());
            }
            List<PartitionIndex> all = new ArrayList<>(present);
            all.add(index);
            List<PartitionIndex> checked = checked(read.definition().partitionKeys(), all);
            records.addAll(read.entity(), checked.subList(present.size(), checked.size()));
            return Optional.empty();
        });
        return CreatePartitionIndexResponse.builder().build();
    }

    @Override
    public GetPartitionIndexesResponse getPartitionIndexes(GetPartitionIndexesRequest request) {
        account.check(request);
        new Constraints()
                .name("databaseName", request.databaseName())
                .name("tableName", request.tableName())
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        Map<String, PartitionIndex> indexes =
                state.read(handle -> new PartitionIndexRecords(handle).of(table.entity())).stream()
                        .collect(Collectors.toMap(PartitionIndex::indexName, Function.identity()));
        Page<String> page = Page.ofSorted(
                indexes.keySet().stream().sorted().toList(),
                Function.identity(),
                request.nextToken(),
                PAGE,
                Failures::badToken);
        Map<String, String> types = table.definition().partitionKeys().stream()
                .collect(Collectors.toMap(key -> key.name().toLowerCase(Locale.ROOT), PartitionIndexes::type));
        return GetPartitionIndexesResponse.builder()
                .partitionIndexDescriptorList(page.entries().stream()
                        .map(name -> shown(indexes.get(name), types))
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    @Override
    public DeletePartitionIndexResponse deletePartitionIndex(DeletePartitionIndexRequest request) {
        account.check(request);
        new Constraints()
                .name("databaseName", request.databaseName())
                .name("tableName", request.tableName())
                .name("indexName", request.indexName())
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        if (!state.read(handle -> new PartitionIndexRecords(handle).remove(table.entity(), request.indexName()))) {
            throw Failures.notFound("Index with the given indexName : " + request.indexName() + " does not exist");
        }
        return DeletePartitionIndexResponse.builder().build();
    }

    /**
     * Returns the indexes with their keys in lower case, if they are all that a table with these partition keys may
     * have.
     */
    static List<PartitionIndex> checked(List<Column> partitionKeys, List<PartitionIndex> indexes) {
        if (indexes.size() > MOST) {
            throw ResourceNumberLimitExceededException.builder()
                    .message("A table may have " + MOST + " partition indexes.")
                    .build();
        }
        Set<String> known = partitionKeys.stream()
                .map(key -> key.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Set<String> names = new HashSet<>();
        for (PartitionIndex index : indexes) {
            new Constraints()
                    .name("partitionIndex.indexName", index.indexName())
                    .size("partitionIndex.keys", index.keys(), 1, Integer.MAX_VALUE)
                    .check();
            if (!names.add(index.indexName())) {
                throw Failures.invalid("Two partition indexes are named " + index.indexName() + ".");
            }
            index.keys().forEach(key -> {
                if (!known.contains(key.toLowerCase(Locale.ROOT))) {
                    throw Failures.invalid("Index key " + key + " is not a partition key of the table.");
                }
            });
        }
        return indexes.stream()
                .map(index -> index.copy(change -> change.keys(index.keys().stream()
                        .map(key -> key.toLowerCase(Locale.ROOT))
                        .toList())))
                .toList();
    }

    private TableRecord table(String database, String table) {
        return tables.get(HiveName.folded(database), HiveName.folded(table));
    }

    private PartitionIndexDescriptor shown(PartitionIndex index, Map<String, String> types) {
        return PartitionIndexDescriptor.builder()
                .indexName(index.indexName())
                .keys(index.keys().stream()
                        .map(key -> KeySchemaElement.builder()
                                .name(key)
                                .type(types.getOrDefault(key, "string"))
                                .build())
                        .toList())
                .indexStatus(PartitionIndexStatus.ACTIVE)
                .build();
    }

    private static String type(Column key) {
        return Optional.ofNullable(key.type()).orElse("string");
    }
}
