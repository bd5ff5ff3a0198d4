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
 */
public final class AvailableMemory {
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");
    private static final long KIB = 1024;

    /**
     * The files that a version of control groups has.
     *
     * @param idle the figure of the page cache that is used and that a further process takes first
     * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v2.html#memory-interface-files">Control groups 2</a>
     * @see <a href="https://docs.kernel.org/admin-guide/cgroup-v1/memory.html">Control groups 1</a>
     */
    private record Group(String limit, String used, String statistics, Pattern idle) {}

    private static final List<Group> GROUPS = List.of(
            new Group("memory.max", "memory.current", "memory.stat", Pattern.compile("(?m)^inactive_file (\\d+)$")),
            new Group(
                    "memory/memory.limit_in_bytes",
                    "memory/memory.usage_in_bytes",
                    "memory/memory.stat",
                    Pattern.compile("(?m)^total_inactive_file (\\d+)$")));

    private final Path meminfo;
    private final Path groups;

    AvailableMemory(Path meminfo, Path groups) {
        this.meminfo = meminfo;
        this.groups = groups;
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
        long ofGroups = GROUPS.stream().mapToLong(this::of).min().orElseThrow();
        return OptionalLong.of(Math.min(Long.parseLong(available.group(1)) * KIB, ofGroups));
    }

    private long of(Group group) {
        String limit = read(groups.resolve(group.limit())).strip();
        String used = read(groups.resolve(group.used())).strip();
        if (!limit.matches("\\d+") || !used.matches("\\d+")) {
            return Long.MAX_VALUE;
        }
        Matcher idle = group.idle().matcher(read(groups.resolve(group.statistics())));
        return Long.parseLong(limit) - Long.parseLong(used) + (idle.find() ? Long.parseLong(idle.group(1)) : 0);
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
