package io.laguna.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/** The rates at which servers take and give an object of 256 MB, beside a plain copy through a socket. They take turns. */
record LargeObjects(List<S3Server> servers, String bucket, Path folder, Figures figures) {
    private static final int ROUNDS = 5;
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 256;
    private static final byte[] CONTENT = content();
    private static final String PLAIN = "plain copy";

    void measure() throws IOException, InterruptedException, ExecutionException {
        Map<String, List<Double>> puts = new LinkedHashMap<>();
        Map<String, List<Double>> gets = new LinkedHashMap<>();
        try (PlainCopy plain = new PlainCopy(folder.resolve("plain"))) {
            // The first round warms everybody up.
            for (int round = 0; round <= ROUNDS; round++) {
                figures.progress("256 MB, round " + round + " of " + ROUNDS);
                for (S3Server server : servers) {
                    try (HttpConnection connection = server.connection()) {
                        add(puts, server.name(), round, () -> put(connection, bucket, "large"));
                        add(gets, server.name(), round, () -> get(connection, bucket, "large"));
                        connection.send("DELETE", "/" + bucket + "/large", OutputStream.nullOutputStream());
                    }
                }
                add(puts, PLAIN, round, () -> plain.put(LargeObjects::write));
                add(gets, PLAIN, round, plain::get);
                plain.remove();
            }
        }
        print("`PutObject` of 256 MB", puts);
        print("`GetObject` of 256 MB", gets);
    }

    /** One transfer. */
    private interface Transfer {
        void run() throws IOException, InterruptedException, ExecutionException;
    }

    private static void add(Map<String, List<Double>> rates, String name, int round, Transfer transfer)
            throws IOException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        transfer.run();
        double rate = (double) BLOCK * BLOCKS / 1e6 / ((System.nanoTime() - begun) / 1e9);
        if (round > 0) {
            rates.computeIfAbsent(name, any -> new ArrayList<>()).add(rate);
        }
    }

    private void print(String what, Map<String, List<Double>> rates) {
        Map<String, Double> medians = new LinkedHashMap<>();
        rates.forEach((name, all) -> medians.put(name, Figures.median(all)));
        figures.add(what, "%,.0f MB/s", medians);
    }

    static void put(HttpConnection connection, String bucket, String key) throws IOException {
        connection.send(
                "PUT",
                "/" + bucket + "/" + key,
                (long) BLOCK * BLOCKS,
                LargeObjects::write,
                OutputStream.nullOutputStream());
    }

    static void get(HttpConnection connection, String bucket, String key) throws IOException {
        long bytes = connection.send("GET", "/" + bucket + "/" + key, OutputStream.nullOutputStream());
        if (bytes != (long) BLOCK * BLOCKS) {
            throw new IOException(key + " has " + bytes + " bytes");
        }
    }

    private static void write(OutputStream out) throws IOException {
        for (int block = 0; block < BLOCKS; block++) {
            out.write(CONTENT);
        }
    }

    private static byte[] content() {
        byte[] content = new byte[BLOCK];
        new Random(1).nextBytes(content);
        return content;
    }
}
