package io.laguna.bench;

import io.laguna.emulator.lake.LakeClients;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The benchmark of the endpoint: its start, the Data Catalog beside moto's server and as it grows, S3 beside Adobe's
 * S3Mock, S3A beside files.
 */
public final class EndpointBenchmark {
    private static final Set<String> ALL = Set.of("start", "catalog", "growth", "objects", "s3a");
    private static final int STARTS = 5;
    private static final String BUCKET = "bench";
    private static final String TABLE = "t";

    private final Path home;
    private final Path folder;
    private final BesideIt beside;

    private EndpointBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        this.beside = new BesideIt(home, folder);
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
        if (parts.contains("growth")) {
            growth();
        }
        if (parts.contains("objects")) {
            objects();
        }
        if (parts.contains("s3a")) {
            new S3aBenchmark(Workspace.of(home, folder)).run();
        }
    }

    /** Creates the state that later starts find. */
    private void create() throws IOException, InterruptedException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                S3Client s3 = clients(port).s3();
                GlueClient glue = clients(port).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            s3.createBucket(create -> create.bucket(BUCKET));
            new CatalogTables(glue).database(BUCKET);
            new CatalogTables(glue).table(BUCKET, TABLE, CatalogRates.COLUMNS, "s3://" + BUCKET + "/t/");
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
        int motoPort = Server.freePort();
        try (Server lake = lake(port);
                Server moto = beside.moto(motoPort);
                GlueClient glue = clients(port).client(GlueClient.builder());
                GlueClient motoGlue = clients(motoPort).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            moto.firstAnswer(() -> succeeds(() -> motoGlue.getDatabases(get -> {})));
            new CatalogTables(motoGlue).database(BUCKET);
            new CatalogTables(motoGlue).table(BUCKET, TABLE, CatalogRates.COLUMNS, "s3://" + BUCKET + "/t/");
            new CatalogRates("Laguna", glue, BUCKET, TABLE).print();
            new CatalogRates("moto", motoGlue, BUCKET, TABLE).print();
        }
    }

    private void growth() throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                GlueClient glue = clients(port).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            new CatalogGrowth(glue).print();
        }
    }

    private void objects() throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                Server mock = beside.s3Mock();
                S3Client s3 = clients(port).s3();
                S3Client mockS3 = clients(BesideIt.S3MOCK_PORT).s3()) {
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
