package io.laguna.emulator.glue;

import io.trino.hive.thrift.metastore.Database;
import io.trino.hive.thrift.metastore.FieldSchema;
import io.trino.hive.thrift.metastore.Order;
import io.trino.hive.thrift.metastore.Partition;
import io.trino.hive.thrift.metastore.PrincipalType;
import io.trino.hive.thrift.metastore.SerDeInfo;
import io.trino.hive.thrift.metastore.SkewedInfo;
import io.trino.hive.thrift.metastore.StorageDescriptor;
import io.trino.hive.thrift.metastore.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A source of databases, tables and partitions with anything in them that a client of Hive may write. */
final class RandomCatalog {
    /** Texts that an array, JSON or SQL would have to quote, that are not ASCII, or that are empty. */
    private static final List<String> TEXTS = List.of(
            "plain",
            "",
            " ",
            "NULL",
            "null",
            "{a,b}",
            "it's",
            "\"quoted\"",
            "back\\slash",
            "new\nline",
            "tab\t",
            "a,b",
            "Bogotá",
            "日本",
            "😀",
            "{",
            "}",
            "%25",
            "a=b/c");

    private final Random random;

    RandomCatalog(long seed) {
        this.random = new Random(seed);
    }

    Database database(String name, String location) {
        Database database = new Database();
        database.setName(name);
        maybe(this::text).ifPresent(database::setDescription);
        database.setLocationUri(location);
        database.setParameters(parameters());
        if (random.nextBoolean()) {
            database.setOwnerName(text());
            database.setOwnerType(PrincipalType.values()[random.nextInt(PrincipalType.values().length)]);
        }
        return database;
    }

    /** Makes a table, or sometimes a view, which has no location. */
    Table table(String database, String name, String location) {
        boolean view = random.nextInt(4) == 0;
        Table table = new Table();
        table.setDbName(database);
        table.setTableName(name);
        maybe(this::text).ifPresent(table::setOwner);
        table.setLastAccessTime(random.nextInt(1_000_000_000));
        table.setRetention(random.nextInt(100));
        table.setSd(storage(columns(1 + random.nextInt(20), "c"), view ? Optional.empty() : Optional.of(location)));
        table.setPartitionKeys(columns(random.nextInt(4), "k"));
        table.setParameters(parameters());
        table.setTableType(view ? "VIRTUAL_VIEW" : "EXTERNAL_TABLE");
        if (view) {
            table.setViewOriginalText(text() + "x".repeat(random.nextInt(5_000)));
            table.setViewExpandedText(text());
        } else {
            table.putToParameters("EXTERNAL", "TRUE");
        }
        return table;
    }

    /** Makes a partition, with the table's columns or with others. */
    Partition partition(Table table, int number) {
        Partition partition = new Partition();
        partition.setDbName(table.getDbName());
        partition.setTableName(table.getTableName());
        partition.setValues(IntStream.range(0, table.getPartitionKeysSize())
                .mapToObj(key -> key == 0 ? Integer.toString(number) : "v" + text())
                .collect(Collectors.toCollection(ArrayList::new)));
        partition.setParameters(parameters());
        boolean view = table.getTableType().equals("VIRTUAL_VIEW");
        partition.setSd(storage(
                random.nextBoolean() ? table.getSd().getCols() : columns(1 + random.nextInt(5), "p"),
                view ? Optional.empty() : Optional.of(table.getSd().getLocation() + "/" + number)));
        return partition;
    }

    private StorageDescriptor storage(List<FieldSchema> columns, Optional<String> location) {
        StorageDescriptor storage = new StorageDescriptor();
        storage.setCols(columns);
        location.ifPresent(storage::setLocation);
        maybe(this::text).ifPresent(storage::setInputFormat);
        maybe(this::text).ifPresent(storage::setOutputFormat);
        storage.setCompressed(random.nextBoolean());
        storage.setNumBuckets(random.nextInt(9) - 1);
        storage.setSerdeInfo(serde());
        List<String> names = columns.stream().map(FieldSchema::getName).toList();
        storage.setBucketCols(some(names));
        storage.setSortCols(some(names).stream()
                .map(name -> new Order(name, random.nextInt(2)))
                .collect(Collectors.toCollection(ArrayList::new)));
        storage.setParameters(parameters());
        storage.setSkewedInfo(skew(names));
        storage.setStoredAsSubDirectories(random.nextBoolean());
        return storage;
    }

    private SerDeInfo serde() {
        SerDeInfo serde = new SerDeInfo();
        maybe(this::text).ifPresent(serde::setName);
        maybe(this::text).ifPresent(serde::setSerializationLib);
        serde.setParameters(parameters());
        return serde;
    }

    private SkewedInfo skew(List<String> names) {
        List<String> skewed = random.nextInt(3) == 0 ? some(names) : new ArrayList<>();
        List<List<String>> values = new ArrayList<>();
        Map<List<String>, String> places = new HashMap<>();
        for (int each = 0; !skewed.isEmpty() && each < 3; each++) {
            int number = each;
            List<String> value =
                    skewed.stream().map(name -> text() + number).collect(Collectors.toCollection(ArrayList::new));
            values.add(value);
            if (random.nextBoolean()) {
                places.put(new ArrayList<>(value), "s3://tests/skewed/" + number);
            }
        }
        return new SkewedInfo(skewed, values, places);
    }

    private List<FieldSchema> columns(int count, String prefix) {
        List<FieldSchema> columns = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            // Neither in the order of the alphabet nor in another that a database might return by chance.
            String name = prefix + (number * 7 % 20) + "_" + number;
            columns.add(new FieldSchema(
                    name,
                    random.nextBoolean() ? "string" : "decimal(10,2)",
                    maybe(this::text).orElse(null)));
        }
        return columns;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (int number = random.nextInt(5); number > 0; number--) {
            parameters.put(text() + number, text());
        }
        return parameters;
    }

    private List<String> some(List<String> names) {
        return names.stream().filter(name -> random.nextInt(3) == 0).collect(Collectors.toCollection(ArrayList::new));
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(value.get());
    }
}
