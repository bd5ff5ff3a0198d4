package io.laguna.emulator.glue.stored;

import io.trino.hive.thrift.metastore.Order;
import io.trino.hive.thrift.metastore.SerDeInfo;
import io.trino.hive.thrift.metastore.SerdeType;
import io.trino.hive.thrift.metastore.SkewedInfo;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The storage of a table or partition in its row. */
record StorageRow(Row row) {
    /** Returns the storage, or nothing: a partition of a view has none. */
    Optional<StorageDescriptor> storage() throws SQLException {
        if (!row.flag("has_storage")) {
            return Optional.empty();
        }
        StorageDescriptor storage = new StorageDescriptor();
        storage.setCols(row.fields("columns"));
        row.text("location").ifPresent(storage::setLocation);
        row.text("input_format").ifPresent(storage::setInputFormat);
        row.text("output_format").ifPresent(storage::setOutputFormat);
        storage.setCompressed(row.flag("compressed"));
        storage.setNumBuckets(row.number("buckets"));
        serde().ifPresent(storage::setSerdeInfo);
        storage.setBucketCols(row.list("bucket_columns"));
        storage.setSortCols(orders());
        storage.setParameters(row.parameters("storage_parameters"));
        storage.setSkewedInfo(new SkewedInfo(row.list("skewed_columns"), skewedValues(), skewedPlaces()));
        storage.setStoredAsSubDirectories(row.flag("in_subdirectories"));
        return Optional.of(storage);
    }

    private Optional<SerDeInfo> serde() throws SQLException {
        if (!row.flag("has_serde")) {
            return Optional.empty();
        }
        SerDeInfo serde = new SerDeInfo();
        row.text("serde_name").ifPresent(serde::setName);
        row.text("serde_library").ifPresent(serde::setSerializationLib);
        serde.setParameters(row.parameters("serde_parameters"));
        row.text("serde_description").ifPresent(serde::setDescription);
        row.text("serializer").ifPresent(serde::setSerializerClass);
        row.text("deserializer").ifPresent(serde::setDeserializerClass);
        Optional.ofNullable(SerdeType.findByValue(row.number("serde_type"))).ifPresent(serde::setSerdeType);
        return Optional.of(serde);
    }

    private List<Order> orders() throws SQLException {
        List<Order> orders = new ArrayList<>();
        for (String[] order : row.lists("sort_columns")) {
            orders.add(new Order(order[0], Integer.parseInt(order[1])));
        }
        return orders;
    }

    private List<List<String>> skewedValues() throws SQLException {
        Map<String, List<String>> byPosition = new LinkedHashMap<>();
        for (String[] value : row.lists("skewed_values")) {
            byPosition.computeIfAbsent(value[0], position -> new ArrayList<>()).add(value[1]);
        }
        return new ArrayList<>(byPosition.values());
    }

    private Map<List<String>, String> skewedPlaces() throws SQLException {
        Map<String, List<String>> byId = new LinkedHashMap<>();
        Map<String, String> places = new HashMap<>();
        for (String[] value : row.lists("skewed_places")) {
            byId.computeIfAbsent(value[0], id -> new ArrayList<>()).add(value[2]);
            places.put(value[0], value[1]);
        }
        Map<List<String>, String> placesOfValues = new HashMap<>();
        byId.forEach((id, values) -> placesOfValues.put(values, places.get(id)));
        return placesOfValues;
    }
}
