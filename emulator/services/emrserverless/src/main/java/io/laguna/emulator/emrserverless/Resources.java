package io.laguna.emulator.emrserverless;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.emrserverless.model.MaximumAllowedResources;
import software.amazon.awssdk.services.emrserverless.model.WorkerResourceConfig;

/**
 * The resources of workers.
 *
 * @param cpu the number of vCPU
 * @param memory the memory in GB
 * @param disk the disk in GB
 */
record Resources(long cpu, long memory, long disk) {
    static final Resources NONE = new Resources(0, 0, 0);

    /** The disk of a worker that asks for none. */
    static final long DISK = 20;

    private static final long UNLIMITED = Long.MAX_VALUE;
    private static final Pattern CPU = Pattern.compile("([1-9][0-9]{0,9})\\s?(?:vCPU|vcpu|VCPU)?");
    private static final Pattern MEMORY = Pattern.compile("([1-9][0-9]{0,9})\\s?(?:GB|gb|gB|Gb)?");
    private static final Pattern DISKS = Pattern.compile("([1-9][0-9]{0,9})\\s?(?:GB|gb|gB|Gb)");

    /** The limit of an application. */
    static Resources of(MaximumAllowedResources maximum) {
        return new Resources(
                size("maximumCapacity.cpu", maximum.cpu(), CPU),
                size("maximumCapacity.memory", maximum.memory(), MEMORY),
                Optional.ofNullable(maximum.disk())
                        .map(disk -> size("maximumCapacity.disk", disk, DISKS))
                        .orElse(UNLIMITED));
    }

    /** One worker. */
    static Resources of(String path, WorkerResourceConfig worker) {
        return new Resources(
                size(path + ".cpu", worker.cpu(), CPU),
                size(path + ".memory", worker.memory(), MEMORY),
                Optional.ofNullable(worker.disk())
                        .map(disk -> size(path + ".disk", disk, DISKS))
                        .orElse(DISK));
    }

    Resources plus(Resources other) {
        return new Resources(cpu + other.cpu, memory + other.memory, disk + other.disk);
    }

    Resources times(long count) {
        return new Resources(cpu * count, memory * count, disk * count);
    }

    /** How many of these fit into what is left of a limit; less than 0 when it is exceeded. */
    long fitting(Resources used, Resources limit) {
        return Math.min(
                Math.floorDiv(limit.cpu - used.cpu, cpu),
                Math.min(
                        Math.floorDiv(limit.memory - used.memory, memory),
                        Math.floorDiv(limit.disk - used.disk, disk)));
    }

    /** Returns the limits that the resources exceed, as AWS writes them: {@code cpu: 4 vCPU, memory: 48 GB}. */
    List<String> beyond(Resources limit) {
        List<String> beyond = new ArrayList<>();
        if (cpu > limit.cpu) {
            beyond.add("cpu: " + limit.cpu + " vCPU");
        }
        if (memory > limit.memory) {
            beyond.add("memory: " + limit.memory + " GB");
        }
        if (disk > limit.disk) {
            beyond.add("disk: " + limit.disk + " GB");
        }
        return beyond;
    }

    private static long size(String path, String text, Pattern pattern) {
        new Constraints().present(path, text).text(path, text, 15, pattern).check();
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException(text + " matched " + pattern + " a moment ago");
        }
        return Long.parseLong(matcher.group(1));
    }
}
