package io.laguna.tests;

import io.trino.hive.thrift.metastore.FieldSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.Partition;
import software.amazon.awssdk.services.glue.model.StorageDescriptor;
import software.amazon.awssdk.services.glue.model.Table;

/** The state of the catalog, asked for through Glue and in the metastore. */
record CatalogState(GlueClient glue, HiveCatalog hive) {
    /** The parameter that tells a change from the one before it. */
    static final String MARK = "mark";

    /**
     * A database, a table or a partition.
     *
     * @param path database, table, and the one value of a partition's key, as far as it has them
     */
    record Entry(List<String> path) {
        static Entry of(String... path) {
            return new Entry(List.of(path));
        }

        Entry in(String name) {
            return Entry.of(path.get(0), name);
        }

        Entry partition(String value) {
            return Entry.of(path.get(0), path.get(1), value);
        }

        boolean isWithin(Entry other) {
            return path.size() >= other.path.size()
                    && path.subList(0, other.path.size()).equals(other.path);
        }
    }

    /**
     * The content of an entry, expected or found.
     *
     * @param mark the text that its latest change wrote
     * @param columns the names of the columns
     * @param versions the marks of a table's versions, the newest first
     */
    record Content(String mark, List<String> columns, List<String> versions) {
        Content withoutVersions() {
            return new Content(mark, columns, List.of());
        }
    }

    /** Returns the content of an entry, which has to be the same through both. */
    Optional<Content> of(Entry entry) {
        Optional<Content> inGlue =
                switch (entry.path().size()) {
                    case 1 -> found(() -> database(entry));
                    case 2 -> found(() -> table(entry));
                    default -> found(() -> partition(entry));
                };
        Optional<Content> inHive = inHive(entry);
        if (!inGlue.map(Content::withoutVersions).equals(inHive)) {
            throw new AssertionError(entry + " is in Glue: " + inGlue + ", in the metastore: " + inHive);
        }
        return inGlue;
    }

    private Content database(Entry entry) {
        Database database =
                glue.getDatabase(request -> request.name(entry.path().get(0))).database();
        return new Content(whole(entry, database.description(), database.parameters()), List.of(), List.of());
    }

    private Content table(Entry entry) {
        Table table = glue.getTable(request -> request.databaseName(entry.path().get(0))
                        .name(entry.path().get(1)))
                .table();
        List<String> versions = glue
                .getTableVersions(request -> request.databaseName(entry.path().get(0))
                        .tableName(entry.path().get(1)))
                .tableVersions()
                .stream()
                .map(version -> version.table().description())
                .toList();
        return new Content(
                whole(entry, table.description(), table.parameters()), columns(table.storageDescriptor()), versions);
    }

    private Content partition(Entry entry) {
        Partition partition = glue.getPartition(
                        request -> request.databaseName(entry.path().get(0))
                                .tableName(entry.path().get(1))
                                .partitionValues(entry.path().get(2)))
                .partition();
        return new Content(partition.parameters().get(MARK), columns(partition.storageDescriptor()), List.of());
    }

    /**
     * Returns the mark of an entry. A description is in Laguna's state only, a parameter in the metastore too: both
     * have to be of one change.
     */
    private static String whole(Entry entry, String description, Map<String, String> parameters) {
        String mark = parameters.get(MARK);
        if (!mark.equals(description)) {
            throw new AssertionError(entry + " is half of two changes: " + description + ", " + parameters);
        }
        return mark;
    }

    private Optional<Content> inHive(Entry entry) {
        String database = entry.path().get(0);
        return switch (entry.path().size()) {
            case 1 -> hive.database(database).map(found -> hiveContent(found.getParameters(), List.of()));
            case 2 -> hive.find(database, entry.path().get(1))
                    .map(found ->
                            hiveContent(found.getParameters(), found.getSd().getCols()));
            default -> hive.partition(
                            database, entry.path().get(1), entry.path().get(2))
                    .map(found ->
                            hiveContent(found.getParameters(), found.getSd().getCols()));
        };
    }

    private static Content hiveContent(Map<String, String> parameters, List<FieldSchema> columns) {
        return new Content(
                parameters.get(MARK), columns.stream().map(FieldSchema::getName).toList(), List.of());
    }

    private static List<String> columns(StorageDescriptor storage) {
        return storage.columns().stream().map(Column::name).toList();
    }

    private static Optional<Content> found(Supplier<Content> question) {
        try {
            return Optional.of(question.get());
        } catch (EntityNotFoundException e) {
            return Optional.empty();
        }
    }
}
