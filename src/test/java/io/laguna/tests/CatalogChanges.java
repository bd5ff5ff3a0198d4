package io.laguna.tests;

import static io.laguna.tests.CatalogState.MARK;
import static io.laguna.tests.TableFormat.columns;

import io.laguna.tests.CatalogState.Content;
import io.laguna.tests.CatalogState.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.PartitionInput;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.TableInput;

/** An endless series of changes of every kind: a database, its table, the table's partitions, and again. */
final class CatalogChanges {
    private static final int STEPS = 12;

    private final String prefix;
    private int number;

    /**
     * Creates a series.
     *
     * @param prefix begins the names of all databases of this series
     */
    CatalogChanges(String prefix) {
        this.prefix = prefix;
    }

    /**
     * A call of the Glue API.
     *
     * @param intended the entries as the call makes them; empty for entries that it deletes
     */
    record Change(String name, Map<Entry, Optional<Content>> intended, Consumer<GlueClient> call) {}

    /** Returns the next change, of the entries that are there. */
    Change next(Map<Entry, Content> there) {
        int round = number / STEPS;
        String mark = prefix + "-" + number;
        Entry database = Entry.of(prefix + "_" + round);
        Entry table = database.in("t");
        return switch (number++ % STEPS) {
            case 0 -> set("CreateDatabase", database, database(mark), glue -> createDatabase(glue, database, mark));
            case 1 -> set("UpdateDatabase", database, database(mark), glue -> updateDatabase(glue, database, mark));
            case 2 -> set(
                    "CreateTable",
                    table,
                    new Content(mark, List.of("a"), List.of(mark)),
                    glue -> glue.createTable(request ->
                            request.databaseName(database.path().get(0)).tableInput(table(mark, "a"))));
            case 3 -> set(
                    "UpdateTable",
                    table,
                    new Content(mark, List.of("a", "b"), versions(mark, there.get(table), 0)),
                    glue -> glue.updateTable(request ->
                            request.databaseName(database.path().get(0)).tableInput(table(mark, "a", "b"))));
            case 4, 5, 6 -> {
                Entry partition = table.partition("p" + number % STEPS);
                yield set(
                        "CreatePartition",
                        partition,
                        partition(mark),
                        glue -> glue.createPartition(
                                request -> request.databaseName(database.path().get(0))
                                        .tableName("t")
                                        .partitionInput(partition(partition, mark))));
            }
            case 7 -> {
                Entry partition = table.partition("p5");
                yield set(
                        "UpdatePartition",
                        partition,
                        partition(mark),
                        glue -> glue.updatePartition(
                                request -> request.databaseName(database.path().get(0))
                                        .tableName("t")
                                        .partitionValueList("p5")
                                        .partitionInput(partition(partition, mark))));
            }
            case 8 -> delete(
                    "DeletePartition",
                    table.partition("p6"),
                    there,
                    glue -> glue.deletePartition(
                            request -> request.databaseName(database.path().get(0))
                                    .tableName("t")
                                    .partitionValues("p6")));
            case 9 -> set(
                    "UpdateTable SkipArchive",
                    table,
                    new Content(mark, List.of("a"), versions(mark, there.get(table), 1)),
                    glue -> glue.updateTable(
                            request -> request.databaseName(database.path().get(0))
                                    .skipArchive(true)
                                    .tableInput(table(mark, "a"))));
            case 10 -> round % 3 == 0
                    ? delete(
                            "DeleteTable",
                            table,
                            there,
                            glue -> glue.deleteTable(request ->
                                    request.databaseName(database.path().get(0)).name("t")))
                    : next(there);
            default -> round % 3 == 1
                    ? delete(
                            "DeleteDatabase",
                            database,
                            there,
                            glue -> glue.deleteDatabase(
                                    request -> request.name(database.path().get(0))))
                    : next(there);
        };
    }

    private static Change set(String name, Entry entry, Content content, Consumer<GlueClient> call) {
        return new Change(name + " " + entry, Map.of(entry, Optional.of(content)), call);
    }

    /** Deletes an entry with everything that is in it. */
    private static Change delete(String name, Entry entry, Map<Entry, Content> there, Consumer<GlueClient> call) {
        Map<Entry, Optional<Content>> intended = new LinkedHashMap<>();
        there.keySet().stream()
                .filter(other -> other.isWithin(entry))
                .forEach(gone -> intended.put(gone, Optional.empty()));
        return new Change(name + " " + entry, intended, call);
    }

    private static List<String> versions(String mark, Content before, int forgotten) {
        List<String> versions = new ArrayList<>(List.of(mark));
        versions.addAll(before.versions().subList(forgotten, before.versions().size()));
        return versions;
    }

    private static Content database(String mark) {
        return new Content(mark, List.of(), List.of());
    }

    private static Content partition(String mark) {
        return new Content(mark, List.of("a"), List.of());
    }

    private static void createDatabase(GlueClient glue, Entry database, String mark) {
        glue.createDatabase(request -> request.databaseInput(
                input -> input.name(database.path().get(0)).description(mark).parameters(Map.of(MARK, mark))));
    }

    private static void updateDatabase(GlueClient glue, Entry database, String mark) {
        glue.updateDatabase(request -> request.name(database.path().get(0))
                .databaseInput(input ->
                        input.name(database.path().get(0)).description(mark).parameters(Map.of(MARK, mark))));
    }

    private static TableInput table(String mark, String... columns) {
        return TableInput.builder()
                .name("t")
                .description(mark)
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of(MARK, mark))
                .partitionKeys(columns("p string"))
                .storageDescriptor(storage("s3://warehouse/t", columns))
                .build();
    }

    private static PartitionInput partition(Entry partition, String mark) {
        return PartitionInput.builder()
                .values(partition.path().get(2))
                .parameters(Map.of(MARK, mark))
                .storageDescriptor(
                        storage("s3://warehouse/t/p=" + partition.path().get(2), "a"))
                .build();
    }

    private static StorageDescriptor storage(String location, String... columns) {
        return TableFormat.TEXT.at(
                location,
                Map.of(),
                Stream.of(columns).map(column -> column + " string").toArray(String[]::new));
    }
}
