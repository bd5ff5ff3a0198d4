package io.laguna.emulator.glue;

import static io.laguna.emulator.glue.TestTables.column;
import static io.laguna.emulator.glue.TestTables.parquet;

import io.laguna.emulator.kit.state.State;
import io.laguna.engines.server.DatabaseAccess;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.TableInput;
import software.amazon.awssdk.services.s3.S3Client;

/** A process that writes into a catalog until it is killed, and prints each write that has been acknowledged. */
final class CatalogWriter {
    private CatalogWriter() {}

    /**
     * Writes. The arguments are the metastore, the URLs of its database and of the state, their user, the database, and
     * the prefix of names; the password is in the environment.
     */
    public static void main(String[] args) {
        String password = System.getenv("STATE_PASSWORD");
        DatabaseAccess stored = new DatabaseAccess(args[1], args[3], password);
        try (State state = State.open(new DatabaseAccess(args[2], args[3], password), "no log");
                S3Client s3 = S3Client.builder()
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .build();
                Catalog catalog = Catalog.open(URI.create(args[0]), stored, "no log", state, s3)) {
            GlueClient glue = OneClient.of(catalog.rooms(CatalogLake.CALLER));
            String database = args[4];
            for (int i = 0; i < 10_000; i++) {
                String name = args[5] + i;
                glue.createTable(request -> request.databaseName(database).tableInput(table(database, name, "0")));
                System.out.println(name + " 0");
                glue.updateTable(request -> request.databaseName(database).tableInput(table(database, name, "1")));
                System.out.println(name + " 1");
                if (i % 3 == 0) {
                    glue.deleteTable(request -> request.databaseName(database).name(name));
                    System.out.println(name + " 2");
                }
            }
        }
    }

    /** Returns a table that tells in four places, in the metastore and in the state, which write it belongs to. */
    private static TableInput table(String database, String name, String write) {
        return TableInput.builder()
                .name(name)
                .description(write)
                .tableType("EXTERNAL_TABLE")
                .parameters(Map.of("write", write))
                .storageDescriptor(parquet(
                        "s3://" + CatalogLake.BUCKET + "/" + database,
                        column("write_" + write, "string").copy(change -> change.parameters(Map.of("write", write)))))
                .build();
    }
}
