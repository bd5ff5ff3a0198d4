package io.laguna.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** The databases, tables and partitions that a benchmark asks a catalog for. */
record CatalogTables(GlueClient glue) {
    /** The most partitions that BatchCreatePartition takes. */
    private static final int BATCH = 100;

    private static final int CREATORS = 4;
    private static final int COLUMNS = 10;

    void database(String name) {
        glue.createDatabase(create -> create.databaseInput(database -> database.name(name)));
    }

    void table(String database, String name, int columns, String location) {
        glue.createTable(create -> create.databaseName(database).tableInput(table(name, columns, location)));
    }

    /** Makes a database with tables {@code t0}, {@code t1} and so on. */
    void tables(String database, int tables) throws InterruptedException, ExecutionException {
        database(database);
        inParallel(tables, number -> table(database, "t" + number, COLUMNS, elsewhere(database, number)));
    }

    /** Makes a table with a partition per day and hour, of which there are a hundred a day. */
    void partitions(String database, String table, int partitions) throws InterruptedException, ExecutionException {
        glue.createTable(create -> create.databaseName(database)
                .tableInput(table(table, COLUMNS, elsewhere(database, 0))
                        .copy(input -> input.partitionKeys(column("day", "string"), column("part", "string")))));
        inParallel(
                partitions / BATCH,
                day -> glue.batchCreatePartition(create -> create.databaseName(database)
                        .tableName(table)
                        .partitionInputList(IntStream.range(0, BATCH)
                                .mapToObj(part -> partition(database, day, part))
                                .toList())));
    }

    static String day(int day) {
        return String.format(Locale.ROOT, "%05d", day);
    }

    private static PartitionInput partition(String database, int day, int part) {
        return PartitionInput.builder()
                .values(day(day), String.format(Locale.ROOT, "%02d", part))
                .storageDescriptor(storage(COLUMNS, elsewhere(database, day) + part + "/"))
                .build();
    }

    private static TableInput table(String name, int columns, String location) {
        return TableInput.builder()
                .name(name)
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("classification", "parquet"))
                .storageDescriptor(storage(columns, location))
                .build();
    }

    private static StorageDescriptor storage(int columns, String location) {
        return StorageDescriptor.builder()
                .columns(IntStream.range(0, columns)
                        .mapToObj(number -> column("c" + number, "string"))
                        .toList())
                .location(location)
                .inputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat")
                .outputFormat("org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat")
                .serdeInfo(serde ->
                        serde.serializationLibrary("org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"))
                .build();
    }

    private static Column column(String name, String type) {
        return Column.builder().name(name).type(type).build();
    }

    /** Returns a location where the metastore makes no folder: a hundred thousand folders would take an hour. */
    private static String elsewhere(String database, int number) {
        return "hdfs://elsewhere/" + database + "/" + number + "/";
    }

    private static void inParallel(int times, IntConsumer work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CREATORS);
        try {
            List<Future<?>> done = IntStream.range(0, times)
                    .<Future<?>>mapToObj(number -> threads.submit(() -> work.accept(number)))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
