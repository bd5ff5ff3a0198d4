package io.laguna.bench;

import java.io.IOException;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The memory of servers while large bodies and many clients come at once, and what they answer those clients. */
record Crowd(List<S3Server> servers, String bucket, Figures figures) {
    private static final int LARGE_BODIES = 4;
    private static final int WARMING_CLIENTS = 8;
    private static final int CLIENTS = 200;
    private static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(8);

    private record Rate(double perSecond, int errors) {}

    /** The work of one client. */
    private interface Client {
        void run(int number) throws IOException;
    }

    void measure() throws IOException, InterruptedException, ExecutionException {
        Map<String, Double> rates = new LinkedHashMap<>();
        List<String> memory = new ArrayList<>();
        for (S3Server server : servers) {
            figures.progress(server.name() + ": " + LARGE_BODIES + " bodies of 256 MB at once");
            Memory resident = new Memory(server.process().pid());
            crowd(server, WARMING_CLIENTS);
            Memory.Taken before = taken(resident, () -> {});
            Memory.Taken large = taken(resident, () -> atOnce(LARGE_BODIES, number -> largeBody(server, number)));
            figures.progress(server.name() + ": " + CLIENTS + " clients");
            List<Rate> many = new ArrayList<>();
            Memory.Taken crowd = taken(resident, () -> many.add(crowd(server, CLIENTS)));
            rates.put(server.name(), many.get(0).perSecond());
            memory.add(String.format(
                    Locale.ROOT,
                    "%s%s; with %d bodies of 256 MB %s; with %d clients %s, errors: %d",
                    server.name().equals(Figures.LAGUNA) ? "" : server.name() + ": ",
                    before,
                    LARGE_BODIES,
                    large,
                    CLIENTS,
                    crowd,
                    many.get(0).errors()));
        }
        figures.add("`PutObject` and `GetObject` of 1 KB in turn, " + CLIENTS + " clients", "%,.0f per second", rates);
        figures.add("most memory", memory.get(0), String.join("<br>", memory.subList(1, memory.size())));
    }

    /** Work while which memory is watched. */
    private interface Work {
        void run() throws IOException, InterruptedException, ExecutionException;
    }

    private static Memory.Taken taken(Memory memory, Work work)
            throws IOException, InterruptedException, ExecutionException {
        memory.forgetPeak();
        work.run();
        return memory.taken();
    }

    private void largeBody(S3Server server, int number) throws IOException {
        try (HttpConnection connection = server.connection()) {
            LargeObjects.put(connection, bucket, "large/" + number);
            LargeObjects.get(connection, bucket, "large/" + number);
        }
        server.send("DELETE", "/" + bucket + "/large/" + number);
    }

    private Rate crowd(S3Server server, int clients) throws InterruptedException, ExecutionException {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        long begun = System.nanoTime();
        atOnce(clients, number -> {
            while (System.nanoTime() - begun < MEASURED_NANOS) {
                try {
                    smallRequests(server, number, begun + MEASURED_NANOS, done);
                } catch (IOException e) {
                    errors.incrementAndGet();
                }
            }
        });
        return new Rate(done.get() / ((System.nanoTime() - begun) / 1e9), errors.get());
    }

    /** Puts and gets an object of the client's own until it is time. */
    private void smallRequests(S3Server server, int number, long end, AtomicInteger done) throws IOException {
        try (HttpConnection connection = server.connection()) {
            while (System.nanoTime() < end) {
                ObjectRates.put(connection, bucket, "crowd/" + number);
                ObjectRates.get(connection, bucket, "crowd/" + number);
                done.addAndGet(2);
            }
        }
    }

    private static void atOnce(int clients, Client client) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int each = 0; each < clients; each++) {
                int number = each;
                all.add(() -> {
                    client.run(number);
                    return number;
                });
            }
            for (Future<Integer> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
