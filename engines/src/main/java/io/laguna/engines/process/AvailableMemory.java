package io.laguna.engines.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory that this machine can give to a further process without swapping, as Linux estimates it. In a container it
 * is no more than what the container may still take. Other systems tell nothing.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_meminfo.5.html">/proc/meminfo</a>
 * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files">Memory of a control group</a>
 */
public final class AvailableMemory {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");
    private static final long KIB = 1024;

    private final Path meminfo;
    private final Path group;

    AvailableMemory(Path meminfo, Path group) {
        this.meminfo = meminfo;
        this.group = group;
    }

    public static AvailableMemory ofThisMachine() {
        return new AvailableMemory(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup"));
    }

    /** Returns the number of bytes, if the machine tells. */
    public OptionalLong bytes() {
        Matcher available = AVAILABLE.matcher(read(meminfo));
        if (!available.find()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.min(Long.parseLong(available.group(1)) * KIB, ofGroup()));
    }

    private long ofGroup() {
        List<String> figures = List.of(
                read(group.resolve("memory.max")).strip(),
                read(group.resolve("memory.current")).strip());
        boolean limited = figures.stream().allMatch(figure -> figure.matches("\\d+"));
        return limited ? Long.parseLong(figures.get(0)) - Long.parseLong(figures.get(1)) : Long.MAX_VALUE;
    }

    /** Reads a file that not every machine has. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
