package io.laguna.emulator.glue.hive;

import io.trino.hive.thrift.metastore.FieldSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Order;
import software.amazon.awssdk.services.glue.model.SerDeInfo;
import software.amazon.awssdk.services.glue.model.SkewedInfo;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;

/** The translation of storage descriptors between Glue and Hive. */
final class StorageView {
    private static final String GROK = "com.amazonaws.glue.serde.GrokSerDe";
    private static final String REGEX = "org.apache.hadoop.hive.serde2.RegexSerDe";
    /** The older name of an output format, which Hive replaces by the later one, and other engines do not know. */
    private static final String IGNORE_KEY = "org.apache.hadoop.hive.ql.io.IgnoreKeyTextOutputFormat";

    private static final String HIVE_IGNORE_KEY = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";

    private StorageView() {}

    static io.trino.hive.thrift.metastore.StorageDescriptor toHive(StorageDescriptor storage) {
        io.trino.hive.thrift.metastore.StorageDescriptor hive = new io.trino.hive.thrift.metastore.StorageDescriptor();
        hive.setCols(fields(storage.columns()));
        Location.of(storage.location()).ifPresent(hive::setLocation);
        hive.setInputFormat(storage.inputFormat());
        hive.setOutputFormat(IGNORE_KEY.equals(storage.outputFormat()) ? HIVE_IGNORE_KEY : storage.outputFormat());
        hive.setCompressed(Boolean.TRUE.equals(storage.compressed()));
        hive.setNumBuckets(Optional.ofNullable(storage.numberOfBuckets()).orElse(-1));
        hive.setSerdeInfo(serde(Optional.ofNullable(storage.serdeInfo())));
        readable(hive.getSerdeInfo(), hive.getCols());
        hive.setBucketCols(new ArrayList<>(storage.bucketColumns()));
        hive.setSortCols(storage.sortColumns().stream()
                .map(order -> new io.trino.hive.thrift.metastore.Order(
                        order.column(), Optional.ofNullable(order.sortOrder()).orElse(1)))
                .collect(Collectors.toCollection(ArrayList::new)));
        hive.setParameters(withoutNulls(storage.parameters()));
        hive.setStoredAsSubDirectories(Boolean.TRUE.equals(storage.storedAsSubDirectories()));
        return hive;
    }

    static StorageDescriptor fromHive(io.trino.hive.thrift.metastore.StorageDescriptor hive) {
        return StorageDescriptor.builder()
                .columns(columns(hive.getCols()))
                .location(hive.getLocation())
                .inputFormat(hive.getInputFormat())
                .outputFormat(hive.getOutputFormat())
                .compressed(hive.isCompressed())
                .numberOfBuckets(hive.getNumBuckets())
                .serdeInfo(serde(hive.getSerdeInfo()))
                .bucketColumns(orEmpty(hive.getBucketCols()))
                .sortColumns(orEmpty(hive.getSortCols()).stream()
                        .map(order -> Order.builder()
                                .column(order.getCol())
                                .sortOrder(order.getOrder())
                                .build())
                        .toList())
                .parameters(withoutNulls(hive.getParameters()))
                .skewedInfo(Optional.ofNullable(hive.getSkewedInfo())
                        .filter(skew -> !orEmpty(skew.getSkewedColNames()).isEmpty())
                        .map(StorageView::skew)
                        .orElse(null))
                .storedAsSubDirectories(hive.isStoredAsSubDirectories())
                .build();
    }

    /** Returns the columns for Hive, whose names are in lower case and there once each; Glue takes any names. */
    static List<FieldSchema> fields(List<Column> columns) {
        Set<String> names = new HashSet<>();
        return columns.stream()
                .filter(column -> names.add(column.name().toLowerCase(Locale.ROOT)))
                .map(column -> new FieldSchema(
                        column.name().toLowerCase(Locale.ROOT),
                        HiveTypes.of(Optional.ofNullable(column.type()).orElse("")),
                        column.comment()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static List<Column> columns(List<FieldSchema> fields) {
        return orEmpty(fields).stream()
                .map(field -> Column.builder()
                        .name(field.getName())
                        .type(field.getType())
                        .comment(field.getComment())
                        .build())
                .toList();
    }

    static Map<String, String> withoutNulls(Map<String, String> parameters) {
        Map<String, String> present = new HashMap<>();
        if (parameters != null) {
            parameters.forEach((key, value) -> {
                if (value != null) {
                    present.put(key, value);
                }
            });
        }
        return present;
    }

    static <T> List<T> orEmpty(List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static io.trino.hive.thrift.metastore.SerDeInfo serde(Optional<SerDeInfo> serde) {
        io.trino.hive.thrift.metastore.SerDeInfo hive = new io.trino.hive.thrift.metastore.SerDeInfo();
        hive.setName(serde.map(SerDeInfo::name).orElse(null));
        hive.setSerializationLib(serde.map(SerDeInfo::serializationLibrary).orElse(null));
        hive.setParameters(withoutNulls(serde.map(SerDeInfo::parameters).orElse(Map.of())));
        return hive;
    }

    /** Replaces AWS's GrokSerDe, the only SerDe of AWS's own for which an engine's SerDe can stand in. */
    private static void readable(io.trino.hive.thrift.metastore.SerDeInfo serde, List<FieldSchema> columns) {
        if (!GROK.equals(serde.getSerializationLib())) {
            return;
        }
        Map<String, String> parameters = serde.getParameters();
        try {
            GrokPattern pattern = GrokPattern.of(
                    parameters.getOrDefault("input.format", ""),
                    parameters.getOrDefault("input.grokCustomPatterns", ""));
            parameters.put(
                    "input.regex",
                    pattern.regex(columns.stream().map(FieldSchema::getName).toList()));
        } catch (IllegalArgumentException e) {
            throw InvalidInputException.builder()
                    .message("The table's Grok pattern cannot be used: " + e.getMessage())
                    .build();
        }
        serde.setSerializationLib(REGEX);
    }

    private static SerDeInfo serde(io.trino.hive.thrift.metastore.SerDeInfo hive) {
        if (hive == null) {
            return SerDeInfo.builder().build();
        }
        return SerDeInfo.builder()
                .name(hive.getName())
                .serializationLibrary(hive.getSerializationLib())
                .parameters(withoutNulls(hive.getParameters()))
                .build();
    }

    private static SkewedInfo skew(io.trino.hive.thrift.metastore.SkewedInfo hive) {
        return SkewedInfo.builder()
                .skewedColumnNames(hive.getSkewedColNames())
                .skewedColumnValues(orEmpty(hive.getSkewedColValues()).stream()
                        .map(values -> String.join(",", values))
                        .toList())
                .build();
    }
}
