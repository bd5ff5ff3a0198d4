package io.laguna.bench;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/** The rates at which a server takes and gives small and large objects, from one client. */
record ObjectRates(String server, S3Client s3, String bucket) {
    private static final int SMALL = 1 << 10;
    private static final int LARGE = 256 << 20;
    private static final int LARGE_REPEATS = 3;

    void print() throws InterruptedException, ExecutionException {
        Requests requests = new Requests(1, Duration.ofSeconds(3), Duration.ofSeconds(5));
        RequestBody small = RequestBody.fromBytes(content(SMALL));
        EndpointBenchmark.print(server + ": PutObject of 1 KB", "%s", requests.of(() -> put("small", small)));
        EndpointBenchmark.print(server + ": GetObject of 1 KB", "%s", requests.of(() -> get("small")));
        RequestBody large = RequestBody.fromBytes(content(LARGE));
        EndpointBenchmark.print(server + ": PutObject of 256 MB", "%s", rate(() -> put("large", large)));
        EndpointBenchmark.print(server + ": GetObject of 256 MB", "%s", rate(() -> get("large")));
    }

    private void put(String key, RequestBody body) {
        s3.putObject(request -> request.bucket(bucket).key(key), body);
    }

    /** Reads an object and keeps nothing of it: 256 MB and their copies do not fit into a small heap. */
    private void get(String key) {
        s3.getObject(
                request -> request.bucket(bucket).key(key),
                ResponseTransformer.toOutputStream(OutputStream.nullOutputStream()));
    }

    /** Returns the rate of the fastest of several transfers. */
    private static String rate(Runnable transfer) {
        double best = 0;
        for (int repeat = 0; repeat < LARGE_REPEATS; repeat++) {
            long begun = System.nanoTime();
            transfer.run();
            best = Math.max(best, (LARGE >> 20) / ((System.nanoTime() - begun) / 1e9));
        }
        return String.format(Locale.ROOT, "%,8.0f MB/s", best);
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        return content;
    }
}
