package io.laguna.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A driver that Laguna keeps ready, as the operating system sees it. */
record WarmDriverProcess(ProcessHandle process) {
    private static final String MAIN_CLASS = "io.laguna.engines.spark.WarmDriver";
    private static final Duration DEADLINE = Duration.ofMinutes(8);
    private static final long QUIET_MILLIS = 1000;

    /**
     * Waits until so many drivers in reserve have ended their preparation, which is when they take no more processor time.
     */
    static List<WarmDriverProcess> awaitReady(int count) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (System.nanoTime() < end) {
            Map<WarmDriverProcess, Duration> before =
                    all().stream().collect(Collectors.toMap(each -> each, WarmDriverProcess::processorTime));
            TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
            List<WarmDriverProcess> quiet = all().stream()
                    .filter(each -> each.processorTime()
                                    .minus(before.getOrDefault(each, Duration.ZERO))
                                    .toMillis()
                            < QUIET_MILLIS / 50)
                    .toList();
            if (quiet.size() >= count) {
                return quiet;
            }
        }
        throw new IllegalStateException("Not " + count + " drivers were ready after " + DEADLINE.toSeconds() + " s");
    }

    private static List<WarmDriverProcess> all() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(WarmDriverProcess::isWarmDriver)
                .map(WarmDriverProcess::new)
                .toList();
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
        return megabytes("status", "VmRSS:");
    }

    /** Returns the process's share of memory, in MB: a page that several processes hold is divided among them. */
    long proportionalMegabytes() throws IOException {
        return megabytes("smaps_rollup", "Pss:");
    }

    private long megabytes(String file, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), file)).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElseThrow();
    }
}
