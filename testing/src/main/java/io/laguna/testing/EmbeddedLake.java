package io.laguna.testing;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;

/** The lake of all the tests of a JVM, in a folder of its own that is deleted with it. */
final class EmbeddedLake implements ExtensionContext.Store.CloseableResource {
    private static final String DEFAULT_DATABASE = "default";

    private final Path folder;
    private final Workspace workspace;
    private final Lake lake;
    private final LakeClients clients;
    private final GlueClient glue;

    private EmbeddedLake(Path folder, Workspace workspace, Lake lake) {
        this.folder = folder;
        this.workspace = workspace;
        this.lake = lake;
        this.clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
        this.glue = clients.client(GlueClient.builder());
    }

    static EmbeddedLake start() {
        try {
            Path folder = Files.createTempDirectory("laguna");
            Workspace workspace = Workspace.of(LakeHome.find(), folder);
            Lake lake = Lake.start(workspace, LakeSettings.open(LakePorts.free()), (name, elapsed) -> {});
            return new EmbeddedLake(folder, workspace, lake);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the lake", e);
        }
    }

    Lake lake() {
        return lake;
    }

    LakeClients clients() {
        return clients;
    }

    TestBucket createBucket(String name) {
        try {
            return new TestBucket(name, Files.createDirectory(workspace.zones().resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the bucket " + name, e);
        }
    }

    void delete(TestBucket bucket) {
        delete(bucket.folder());
    }

    TestDatabase createDatabase(String name) {
        glue.createDatabase(request -> request.databaseInput(input -> input.name(name)));
        return new TestDatabase(name);
    }

    void delete(TestDatabase database) {
        glue.deleteDatabase(request -> request.name(database.name()));
    }

    /** Deletes every bucket and database; the database {@code default} and the bucket of the warehouse stay, empty. */
    void reset() {
        buckets().forEach(EmbeddedLake::delete);
        Lake.createBuckets(workspace);
        for (String database : databases()) {
            if (database.equals(DEFAULT_DATABASE)) {
                glue.getTablesPaginator(request -> request.databaseName(database)).stream()
                        .flatMap(page -> page.tableList().stream())
                        .forEach(table -> glue.deleteTable(
                                request -> request.databaseName(database).name(table.name())));
            } else {
                delete(new TestDatabase(database));
            }
        }
    }

    @Override
    public void close() {
        glue.close();
        lake.close();
        delete(folder);
    }

    private List<String> databases() {
        return glue.getDatabasesPaginator(request -> {}).stream()
                .flatMap(page -> page.databaseList().stream())
                .map(Database::name)
                .toList();
    }

    private List<Path> buckets() {
        try (Stream<Path> folders = Files.list(workspace.zones())) {
            return folders.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the buckets", e);
        }
    }

    private static void delete(Path tree) {
        try {
            Tree.delete(tree);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + tree, e);
        }
    }
}
