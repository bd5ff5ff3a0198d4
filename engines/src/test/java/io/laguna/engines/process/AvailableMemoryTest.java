package io.laguna.engines.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvailableMemoryTest {
    private static final long GIB = 1L << 30;

    @TempDir
    private Path machine;

    @Test
    void aMachineWithoutGroupsHasWhatLinuxEstimates() throws IOException {
        assertThat(available()).isEqualTo(12 * GIB);
    }

    @Test
    void aContainerHasWhatItMayStillTakeAndItsIdlePageCache() throws IOException {
        group("", "memory.max", "memory.current", "inactive_file");

        assertThat(available()).isEqualTo(2 * GIB);
    }

    @Test
    void soHasAContainerOfTheFirstVersionOfGroups() throws IOException {
        group("memory/", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");

        assertThat(available()).isEqualTo(2 * GIB);
    }

    @Test
    void aGroupWithoutALimitIsTheMachine() throws IOException {
        group("", "memory.max", "memory.current", "inactive_file");
        Files.writeString(machine.resolve("memory.max"), "max\n");

        assertThat(available()).isEqualTo(12 * GIB);
    }

    /** Writes the files of a container of 4 GiB, 3 of which are used, 1 by files that nobody reads. */
    private void group(String folder, String limit, String used, String idle) throws IOException {
        Path group = Files.createDirectories(machine.resolve(folder));
        Files.writeString(group.resolve(limit), 4 * GIB + "\n");
        Files.writeString(group.resolve(used), 3 * GIB + "\n");
        Files.writeString(group.resolve("memory.stat"), "cache 7\n" + idle + " " + GIB + "\nactive_file 5\n");
    }

    private long available() throws IOException {
        Path meminfo = Files.writeString(
                machine.resolve("meminfo"), "MemTotal: 25165824 kB\nMemAvailable:   " + 12 * GIB / 1024 + " kB\n");
        return new AvailableMemory(meminfo, machine).bytes().orElseThrow();
    }
}
