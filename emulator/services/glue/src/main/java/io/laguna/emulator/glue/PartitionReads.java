package io.laguna.emulator.glue;

import io.laguna.emulator.glue.expression.InvalidExpressionException;
import io.laguna.emulator.glue.expression.PartitionExpression;
import io.laguna.emulator.glue.expression.PartitionKey;
import io.laguna.emulator.glue.expression.UnfitValueException;
import io.laguna.emulator.glue.hive.HiveName;
import io.laguna.emulator.glue.request.Constraints;
import io.laguna.emulator.glue.request.Failures;
import io.laguna.emulator.glue.request.Room;
import io.laguna.emulator.glue.stored.NameRange;
import io.laguna.emulator.glue.stored.Share;
import io.laguna.emulator.kit.hive.PartitionName;
import io.laguna.emulator.kit.request.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionRequest;
import software.amazon.awssdk.services.glue.model.BatchGetPartitionResponse;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.GetPartitionRequest;
import software.amazon.awssdk.services.glue.model.GetPartitionResponse;
import software.amazon.awssdk.services.glue.model.GetPartitionsRequest;
import software.amazon.awssdk.services.glue.model.GetPartitionsResponse;
import software.amazon.awssdk.services.glue.model.InvalidStateException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.PartitionValueList;
import software.amazon.awssdk.services.glue.model.Segment;

/**
 * The operations that read partitions: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-catalog-partitions.html
 */
final class PartitionReads extends Room {
    private static final int PAGE = 1000;

    private final Account account;
    private final TableRecords tables;
    private final PartitionRecords partitions;

    PartitionReads(Account account, TableRecords tables, PartitionRecords partitions) {
        this.account = account;
        this.tables = tables;
        this.partitions = partitions;
    }

    @Override
    public GetPartitionResponse getPartition(GetPartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName()).check();
        TableRecord table = table(request.databaseName(), request.tableName());
        if (!PartitionWrites.fits(table, request.partitionValues())) {
            throw PartitionWrites.mismatch();
        }
        return GetPartitionResponse.builder()
                .partition(partitions
                        .find(table.hive(), table.definition().partitionKeys(), request.partitionValues())
                        .map(new PartitionShape(account)::of)
                        .orElseThrow(PartitionWrites::notFound))
                .build();
    }

    @Override
    public BatchGetPartitionResponse batchGetPartition(BatchGetPartitionRequest request) {
        account.check(request);
        names(request.databaseName(), request.tableName())
                .size("partitionsToGet", request.partitionsToGet(), 0, PAGE)
                .check();
        TableRecord table = table(request.databaseName(), request.tableName());
        List<Column> keys = table.definition().partitionKeys();
        List<String> wanted = request.partitionsToGet().stream()
                .map(PartitionValueList::values)
                .map(values -> {
                    if (!PartitionWrites.fits(table, values)) {
                        throw PartitionWrites.mismatch();
                    }
                    return PartitionName.of(keys, Column::name, values);
                })
                .distinct()
                .toList();
        return BatchGetPartitionResponse.builder()
                .partitions(partitions.records(table.hive(), keys, wanted).stream()
                        .map(new PartitionShape(account)::of)
                        .toList())
                .unprocessedKeys(List.of())
                .build();
    }

    @Override
    public GetPartitionsResponse getPartitions(GetPartitionsRequest request) {
        account.check(request);
        check(request);
        TableRecord table = table(request.databaseName(), request.tableName());
        List<Column> keys = table.definition().partitionKeys();
        PartitionExpression expression = expression(request.expression(), keys);
        NameSource names = partitions.names(
                table.hive(),
                NameRange.of(PartitionName.beginning(keys, Column::name, expression.firstValues())),
                share(Optional.ofNullable(request.segment())));
        Page<String> page = (expression.takesAll() ? names : names.filtered(matching(expression)))
                .page(request.nextToken(), Page.size(request.maxResults(), PAGE));
        UnaryOperator<Partition> schema = Boolean.TRUE.equals(request.excludeColumnSchema())
                ? PartitionShape::withoutColumns
                : UnaryOperator.identity();
        return GetPartitionsResponse.builder()
                .partitions(partitions.records(table.hive(), keys, page.entries()).stream()
                        .map(new PartitionShape(account)::of)
                        .map(schema)
                        .toList())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private static void check(GetPartitionsRequest request) {
        Constraints constraints = names(request.databaseName(), request.tableName())
                .length("expression", request.expression(), 0, 2048)
                .range("maxResults", request.maxResults(), 1, PAGE);
        Segment segment = request.segment();
        if (segment != null) {
            constraints
                    .present("segment.segmentNumber", segment.segmentNumber())
                    .present("segment.totalSegments", segment.totalSegments())
                    .range("segment.totalSegments", segment.totalSegments(), 1, 10)
                    .range("segment.segmentNumber", segment.segmentNumber(), 0, Integer.MAX_VALUE);
        }
        constraints.check();
        if (segment != null && segment.segmentNumber() >= segment.totalSegments()) {
            throw Failures.invalid("Segment number " + segment.segmentNumber()
                    + " is not below the total number of segments, " + segment.totalSegments() + ".");
        }
    }

    /**
     * Returns the share of names that a segment stands for. A name is always in the same segment, so that readers of
     * all segments see every partition once.
     */
    private static Share share(Optional<Segment> segment) {
        return segment.map(wanted -> new Share(wanted.segmentNumber(), wanted.totalSegments()))
                .orElse(Share.ALL);
    }

    /**
     * Returns a test of partitions' names. A partition that cannot be compared makes the whole call fail, as on AWS:
     * its answer would be wrong with the partition, and without it.
     */
    private static Predicate<String> matching(PartitionExpression expression) {
        return name -> {
            try {
                return expression.matches(PartitionName.values(name));
            } catch (UnfitValueException e) {
                throw InvalidStateException.builder().message(e.getMessage()).build();
            }
        };
    }

    private static PartitionExpression expression(String expression, List<Column> keys) {
        try {
            return PartitionExpression.parse(
                    expression,
                    IntStream.range(0, keys.size())
                            .mapToObj(i -> new PartitionKey(
                                    keys.get(i).name(),
                                    i,
                                    Optional.ofNullable(keys.get(i).type()).orElse("string")))
                            .toList());
        } catch (InvalidExpressionException e) {
            throw Failures.invalid(e.getMessage());
        }
    }

    private static Constraints names(String database, String table) {
        return new Constraints().name("databaseName", database).name("tableName", table);
    }

    private TableRecord table(String database, String table) {
        return tables.get(HiveName.folded(database), HiveName.folded(table));
    }
}
