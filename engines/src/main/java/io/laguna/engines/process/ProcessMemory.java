package io.laguna.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The memory that a process holds, as Linux tells it. A part that processes share is divided among them, so that the
 * memory of several can be added up. Other systems tell nothing.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_smaps_rollup.5.html">/proc/pid/smaps_rollup</a>
 */
public final class ProcessMemory {
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss: +(\\d+) kB$");
    private static final long KIB = 1024;

    private ProcessMemory() {}

    /** Returns the bytes that this process holds, without its children. */
    public static OptionalLong own() {
        return sum(Stream.of(ProcessHandle.current()));
    }

    /** Returns the bytes that a process and all that it has started hold. */
    static OptionalLong withChildren(ProcessHandle process) {
        return sum(Stream.concat(Stream.of(process), process.descendants()));
    }

    /** Returns the sum of what is known. */
    public static OptionalLong sum(List<OptionalLong> parts) {
        return reduce(parts.stream().flatMapToLong(OptionalLong::stream));
    }

    private static OptionalLong sum(Stream<ProcessHandle> processes) {
        return reduce(processes.map(ProcessMemory::of).flatMapToLong(OptionalLong::stream));
    }

    private static OptionalLong reduce(LongStream bytes) {
        return bytes.reduce(Long::sum);
    }

    private static OptionalLong of(ProcessHandle process) {
        return read(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))
                .map(SHARE::matcher)
                .filter(Matcher::find)
                .map(found -> OptionalLong.of(Long.parseLong(found.group(1)) * KIB))
                .orElseGet(OptionalLong::empty);
    }

    /** Reads a file of a process, which may have ended meanwhile. */
    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
