package io.laguna.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * The repetition of a request from several clients at once; each client waits for its answer before its next request.
 */
record Requests(int clients, Duration warmUp, Duration measured) {
    /**
     * The result of the repetition.
     *
     * @param p50 milliseconds
     * @param p99 milliseconds
     */
    record Result(double perSecond, double p50, double p99) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,8.0f requests/s, p50 %6.2f ms, p99 %6.2f ms", perSecond, p50, p99);
        }
    }

    /** Repeats a request that all clients may send at once. */
    Result of(Runnable request) throws InterruptedException, ExecutionException {
        return ofEach(client -> request);
    }

    /**
     * Repeats a request that each client has for itself.
     *
     * @param request by the number of the client, from 0
     */
    Result ofEach(IntFunction<Runnable> request) throws InterruptedException, ExecutionException {
        repeat(request, warmUp);
        long begun = System.nanoTime();
        long[] nanos = repeat(request, measured);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Arrays.sort(nanos);
        return new Result(nanos.length / seconds, millis(nanos, 0.50), millis(nanos, 0.99));
    }

    private long[] repeat(IntFunction<Runnable> request, Duration duration)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Long>>> each = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                Runnable own = request.apply(client);
                each.add(() -> repeatAlone(own, duration));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> nanos : threads.invokeAll(each)) {
                all.addAll(nanos.get());
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        } finally {
            threads.shutdown();
        }
    }

    private static List<Long> repeatAlone(Runnable request, Duration duration) {
        List<Long> nanos = new ArrayList<>();
        long end = System.nanoTime() + duration.toNanos();
        for (long begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
            request.run();
            nanos.add(System.nanoTime() - begun);
        }
        return nanos;
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(quantile * sorted.length))] / 1e6;
    }
}
