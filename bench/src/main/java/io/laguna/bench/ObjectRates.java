package io.laguna.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** The rates at which servers take and give objects of 1 KB. The servers take turns, so that all have the same machine. */
record ObjectRates(List<S3Server> servers, String bucket, Figures figures) {
    private static final List<Integer> CLIENTS = List.of(1, 8);
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration MEASURED = Duration.ofMillis(1_500);
    private static final int KEYS = 1_000;
    private static final byte[] CONTENT = content();

    /** A request that a client repeats on its connection. */
    private interface Request {
        void send(HttpConnection connection) throws IOException;
    }

    void measure() throws IOException, InterruptedException, ExecutionException {
        AtomicInteger written = new AtomicInteger();
        AtomicInteger read = new AtomicInteger();
        Request put = connection -> put(connection, bucket, "put/" + written.getAndIncrement());
        Request get = connection -> get(connection, bucket, "get/" + read.getAndIncrement() % KEYS);
        for (S3Server server : servers) {
            figures.progress(server.name() + ": warm-up");
            try (HttpConnection connection = server.connection()) {
                for (int key = 0; key < KEYS; key++) {
                    put(connection, bucket, "get/" + key);
                }
            }
            rate(server, 8, WARM_UP, put);
            rate(server, 8, WARM_UP, get);
        }
        for (int clients : CLIENTS) {
            measure("PutObject", clients, put);
            measure("GetObject", clients, get);
        }
    }

    private void measure(String name, int clients, Request request)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (S3Server server : servers) {
                rates.computeIfAbsent(server.name(), any -> new ArrayList<>())
                        .add(rate(server, clients, MEASURED, request));
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        rates.forEach((server, all) -> medians.put(server, Figures.median(all)));
        String who = clients == 1 ? "1 client" : clients + " clients";
        figures.add(String.format(Locale.ROOT, "`%s` of 1 KB, %s", name, who), "%,.0f per second", medians);
    }

    private static double rate(S3Server server, int clients, Duration duration, Request request)
            throws IOException, InterruptedException, ExecutionException {
        List<HttpConnection> connections = new ArrayList<>();
        try {
            for (int client = 0; client < clients; client++) {
                connections.add(server.connection());
            }
            IntFunction<Runnable> each = client -> () -> {
                try {
                    request.send(connections.get(client));
                } catch (IOException e) {
                    throw new UncheckedIOException(server.name() + " fails", e);
                }
            };
            return new Requests(clients, Duration.ZERO, duration).ofEach(each).perSecond();
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

    static void put(HttpConnection connection, String bucket, String key) throws IOException {
        connection.send(
                "PUT",
                "/" + bucket + "/" + key,
                CONTENT.length,
                out -> out.write(CONTENT),
                OutputStream.nullOutputStream());
    }

    static void get(HttpConnection connection, String bucket, String key) throws IOException {
        long bytes = connection.send("GET", "/" + bucket + "/" + key, OutputStream.nullOutputStream());
        if (bytes != CONTENT.length) {
            throw new IOException(key + " has " + bytes + " bytes");
        }
    }

    private static byte[] content() {
        byte[] content = new byte[1 << 10];
        new Random(1).nextBytes(content);
        return content;
    }
}
