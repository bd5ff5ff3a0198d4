package io.laguna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The driver that Laguna keeps ready, as the operating system sees it. */
record WarmDriverProcess(ProcessHandle process) {
    private static final String MAIN_CLASS = "io.laguna.engines.spark.WarmDriver";
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final long QUIET_MILLIS = 1000;

    /** Waits until a driver in reserve has ended its preparation, which is when it takes no more processor time. */
    static WarmDriverProcess awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Optional<WarmDriverProcess> found = find();
            Duration before = found.map(WarmDriverProcess::processorTime).orElse(Duration.ZERO);
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            if (found.isPresent()
                    && found.get().processorTime().minus(before).toMillis() < QUIET_MILLIS / 50
                    && found.get().process().isAlive()) {
                return found.get();
            }
        }
        throw new IllegalStateException("No driver was ready after " + DEADLINE.toSeconds() + " s");
    }

    private static Optional<WarmDriverProcess> find() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(WarmDriverProcess::isWarmDriver)
                .map(WarmDriverProcess::new)
                .findFirst();
    }

    /**
     * Tells whether a process is a driver in reserve. The JDK shows the first 4 KB of a command line, and a driver's
     * class path is longer.
     */
    private static boolean isWarmDriver(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(MAIN_CLASS);
        } catch (IOException e) {
            // The process has just ended.
            return false;
        }
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns the memory that the process holds, in MB. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }
}
