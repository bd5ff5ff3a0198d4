package io.laguna.bench;

import io.laguna.emulator.lake.LakeClients;
import io.laguna.engines.Tree;
import io.laguna.engines.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Column;
import software.amazon.awssdk.services.s3.S3Client;

/** The endpoint's start, the Data Catalog's answers, S3 beside Adobe's S3Mock, S3A beside plain files. */
public final class EndpointBenchmark {
    private static final Set<String> ALL = Set.of("start", "catalog", "objects", "s3a");
    private static final int STARTS = 5;
    /** It takes no other for HTTP. */
    private static final int S3MOCK_PORT = 9090;

    private static final String BUCKET = "bench";
    private static final String TABLE = "t";

    private final Path home;
    private final Path folder;

    private EndpointBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/endpoint"), "lake");
        new EndpointBenchmark(home, folder).run(arguments.length == 0 ? ALL : Set.of(arguments));
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private void run(Set<String> parts) throws IOException, InterruptedException, ExecutionException {
        create();
        if (parts.contains("start")) {
            starts();
        }
        if (parts.contains("catalog")) {
            catalog();
        }
        if (parts.contains("objects")) {
            objects();
        }
        if (parts.contains("s3a")) {
            new S3aBenchmark(Workspace.of(home, folder)).run();
        }
    }

    /** The state that later starts find. */
    private void create() throws IOException, InterruptedException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                S3Client s3 = clients(port).s3();
                GlueClient glue = clients(port).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            s3.createBucket(create -> create.bucket(BUCKET));
            glue.createDatabase(create -> create.databaseInput(database -> database.name(BUCKET)));
            List<Column> columns = Collections.nCopies(50, "c").stream()
                    .map(name -> Column.builder().name(name).type("string").build())
                    .toList();
            List<Column> numbered = new ArrayList<>();
            columns.forEach(column -> numbered.add(
                    column.toBuilder().name(column.name() + numbered.size()).build()));
            glue.createTable(create -> create.databaseName(BUCKET).tableInput(table -> table.name(TABLE)
                    .storageDescriptor(files -> files.columns(numbered).location("s3://" + BUCKET + "/t/"))));
        }
    }

    private void starts() throws IOException, InterruptedException {
        List<Double> puts = new ArrayList<>();
        List<Double> databases = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            int port = Server.freePort();
            try (S3Client s3 = clients(port).s3();
                    GlueClient glue = clients(port).client(GlueClient.builder());
                    Server lake = lake(port)) {
                puts.add(lake.firstAnswer(() -> succeeds(() -> put(s3))));
                databases.add(lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {}))));
            }
        }
        print("start to first PutObject, median of " + STARTS, "%.2f s", median(puts));
        print("start to first GetDatabases, median of " + STARTS, "%.2f s", median(databases));
    }

    private void catalog() throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                GlueClient glue = clients(port).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            for (int count : List.of(1, 8)) {
                Requests requests = new Requests(count, Duration.ofSeconds(5), Duration.ofSeconds(10));
                print(
                        "GetTable of 50 columns, clients: " + count,
                        "%s",
                        requests.of(() ->
                                glue.getTable(get -> get.databaseName(BUCKET).name(TABLE))));
            }
        }
    }

    private void objects() throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                Server mock = s3Mock();
                S3Client s3 = clients(port).s3();
                S3Client mockS3 = clients(S3MOCK_PORT).s3()) {
            lake.firstAnswer(() -> succeeds(() -> put(s3)));
            mock.firstAnswer(() -> succeeds(() -> mockS3.createBucket(create -> create.bucket(BUCKET))));
            new ObjectRates("Laguna", s3, BUCKET).print();
            new ObjectRates("S3Mock", mockS3, BUCKET).print();
        }
    }

    private Server lake(int port) throws IOException {
        return Server.start(
                List.of(
                        home.resolve("laguna").toString(),
                        "up",
                        "--foreground",
                        "--endpoint-port",
                        Integer.toString(port)),
                Map.of("LAGUNA_LAKE", folder.toString()),
                folder.resolve("laguna.log"));
    }

    private Server s3Mock() throws IOException {
        return Server.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        home.resolve("bench/target/s3mock-4.7.0-exec.jar").toString(),
                        "--server.port=0"),
                Map.of(),
                folder.resolve("s3mock.log"));
    }

    private LakeClients clients(int port) {
        return LakeClients.of(
                "http://127.0.0.1:" + port, Workspace.of(home, folder).state());
    }

    private static void put(S3Client s3) {
        s3.putObject(put -> put.bucket(BUCKET).key("first"), RequestBody.fromString("content"));
    }

    private static boolean succeeds(Runnable request) {
        try {
            request.run();
            return true;
        } catch (SdkException e) {
            return false;
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    static void print(String what, String format, Object value) {
        System.out.printf(Locale.ROOT, "  %-48s " + format + "%n", what, value);
    }
}
