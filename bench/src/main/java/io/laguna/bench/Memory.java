package io.laguna.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory of a JVM, as Linux and the JVM itself tell it. */
record Memory(long pid) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

    /**
     * The memory of the JVM in one span of time.
     *
     * @param peak the most that was resident since {@link #forgetPeak}, in bytes
     * @param heap what is alive after a collection, in bytes
     */
    record Taken(long peak, long heap) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f MB, heap %.0f MB", peak / 1e6, heap / 1e6);
        }
    }

    /** Collects garbage, and counts the peak from now on. */
    void forgetPeak() throws IOException, InterruptedException {
        ask("GC.run");
        // See proc(5): 5 sets the peak to what is resident now.
        Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
    }

    Taken taken() throws IOException, InterruptedException {
        Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        if (!peak.find()) {
            throw new IOException("Linux does not tell the peak of process " + pid);
        }
        ask("GC.run");
        Matcher used = USED.matcher(ask("GC.heap_info"));
        long heap = 0;
        while (used.find()) {
            heap += Long.parseLong(used.group(1)) << 10;
        }
        return new Taken(Long.parseLong(peak.group(1)) << 10, heap);
    }

    private String ask(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " of process " + pid + " failed: " + answer);
        }
        return answer;
    }
}
