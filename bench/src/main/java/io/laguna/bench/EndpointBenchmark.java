package io.laguna.bench;

import io.laguna.emulator.lake.LakeClients;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The benchmark of the endpoint: its start, the Data Catalog beside moto's server and as it grows, S3 beside Adobe's
 * S3Mock and S3Proxy, S3A beside files.
 */
public final class EndpointBenchmark {
    private static final int STARTS = 5;
    private static final String BUCKET = "bench";
    private static final String TABLE = "t";

    private final Path home;
    private final Path folder;
    private final BesideIt beside;
    private final Figures figures = new Figures();

    /** A part of the benchmark that can be run by itself. */
    private enum Part {
        START,
        CATALOG,
        GROWTH,
        OBJECTS,
        LARGE,
        LISTING,
        MEMORY,
        S3A
    }

    private EndpointBenchmark(Path home, Path folder) {
        this.home = home;
        this.folder = folder;
        this.beside = new BesideIt(home, folder);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Set<Part> parts = arguments.length == 0
                ? EnumSet.allOf(Part.class)
                : Stream.of(arguments)
                        .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/endpoint"), "lake");
        new EndpointBenchmark(home, folder).run(parts);
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private void run(Set<Part> parts) throws IOException, InterruptedException, ExecutionException {
        create();
        try {
            for (Part part : parts) {
                figures.progress(part.name().toLowerCase(Locale.ROOT));
                measure(part);
            }
        } finally {
            // A part that fails does not take away the figures of those before it.
            figures.print();
        }
    }

    private void measure(Part part) throws IOException, InterruptedException, ExecutionException {
        switch (part) {
            case START -> starts();
            case CATALOG -> catalog();
            case GROWTH -> growth();
            case OBJECTS -> objects(servers -> new ObjectRates(servers, BUCKET, figures).measure());
            case LARGE -> objects(servers -> new LargeObjects(servers, BUCKET, folder, figures).measure());
            case LISTING -> objects(servers -> new ListingRates(servers, figures).measure());
            case MEMORY -> objects(servers -> new Crowd(servers, BUCKET, figures).measure());
            case S3A -> new S3aBenchmark(Workspace.of(home, folder), figures).run();
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
        figures.add(
                "start on existing state to the first `PutObject`, to the first `GetDatabases`, median of " + STARTS,
                String.format(Locale.ROOT, "%.2f s, %.2f s", Figures.median(puts), Figures.median(databases)));
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
            Map<String, GlueClient> servers = new LinkedHashMap<>();
            servers.put(Figures.LAGUNA, glue);
            servers.put("moto", motoGlue);
            new CatalogRates(servers, BUCKET, TABLE, figures).measure();
        }
    }

    private void growth() throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (Server lake = lake(port);
                GlueClient glue = clients(port).client(GlueClient.builder())) {
            lake.firstAnswer(() -> succeeds(() -> glue.getDatabases(get -> {})));
            new CatalogGrowth(glue, figures).measure();
        }
    }

    /** The measurement of servers of S3 that run at the same time. */
    private interface OfServers {
        void run(List<S3Server> servers) throws IOException, InterruptedException, ExecutionException;
    }

    private void objects(OfServers measurement) throws IOException, InterruptedException, ExecutionException {
        int port = Server.freePort();
        try (S3Server lake = new S3Server(Figures.LAGUNA, lake(port), port);
                S3Server mock = beside.s3Mock();
                S3Server proxy = beside.s3Proxy()) {
            List<S3Server> servers = List.of(lake, mock, proxy);
            for (S3Server server : servers) {
                server.ready(BUCKET);
            }
            measurement.run(servers);
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
}
