package io.laguna.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The rates at which servers list all keys of a bucket, in pages of 1,000. */
record ListingRates(List<S3Server> servers, Figures figures) {
    private static final List<Integer> SIZES = List.of(10_000, 100_000);
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;
    private static final String NEXT = "<NextContinuationToken>";

    /** The time in which a bucket has to become full. A server that takes longer is not measured. */
    private static final Duration FILLING = Duration.ofSeconds(80);

    /** The time after which a listing goes no further. Its rate until then counts. */
    private static final Duration LISTING = Duration.ofSeconds(40);

    void measure() throws IOException, InterruptedException, ExecutionException {
        for (int size : SIZES) {
            List<S3Server> full = new ArrayList<>();
            for (S3Server server : servers) {
                figures.progress(String.format(Locale.ROOT, "%s: a bucket of %,d objects", server.name(), size));
                if (fill(server, bucket(size), size)) {
                    full.add(server);
                } else {
                    figures.progress(server.name() + " has not taken them in " + FILLING.toSeconds() + " s");
                }
            }
            Map<String, Double> rates = new LinkedHashMap<>();
            for (S3Server server : full) {
                List<Double> rounds = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(list(server, bucket(size), size));
                }
                rates.put(server.name(), Figures.median(rounds));
            }
            figures.add(
                    String.format(Locale.ROOT, "`ListObjectsV2`, pages of 1,000 of %,d keys", size),
                    "%,.0f keys per second",
                    servers.stream().map(S3Server::name).toList(),
                    rates);
        }
    }

    private static String bucket(int size) {
        return "keys-" + size;
    }

    /** Fills a bucket, and tells whether it is full in time. */
    private static boolean fill(S3Server server, String bucket, int size)
            throws IOException, InterruptedException, ExecutionException {
        server.send("PUT", "/" + bucket);
        long end = System.nanoTime() + FILLING.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int first = writer;
                writers.add(() -> {
                    try (HttpConnection connection = server.connection()) {
                        for (int key = first; key < size && System.nanoTime() < end; key += WRITERS) {
                            ObjectRates.put(connection, bucket, key(key));
                        }
                        return System.nanoTime() < end;
                    }
                });
            }
            boolean all = true;
            for (Future<Boolean> writer : threads.invokeAll(writers)) {
                all &= writer.get();
            }
            return all;
        } finally {
            threads.shutdown();
        }
    }

    /** Returns a key in the folder of all keys: one folder is the harder case for a store of files. */
    private static String key(int number) {
        return String.format(Locale.ROOT, "all/%06d", number);
    }

    private static double list(S3Server server, String bucket, int size) throws IOException {
        long begun = System.nanoTime();
        long keys = 0;
        String token = "";
        try (HttpConnection connection = server.connection()) {
            do {
                ByteArrayOutputStream page = new ByteArrayOutputStream();
                connection.send("GET", "/" + bucket + "?list-type=2&max-keys=1000" + token, page);
                String text = page.toString(StandardCharsets.UTF_8);
                keys += text.split("<Key>", -1).length - 1L;
                int next = text.indexOf(NEXT);
                token = next < 0
                        ? ""
                        : "&continuation-token="
                                + URLEncoder.encode(
                                        text.substring(next + NEXT.length(), text.indexOf('<', next + NEXT.length())),
                                        StandardCharsets.UTF_8);
            } while (!token.isEmpty() && System.nanoTime() - begun < LISTING.toNanos());
        }
        if (token.isEmpty() && keys != size) {
            throw new IOException(server.name() + " lists " + keys + " keys of " + size);
        }
        return keys / ((System.nanoTime() - begun) / 1e9);
    }
}
